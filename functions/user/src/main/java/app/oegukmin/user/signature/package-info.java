/**
 * What shows that a request comes from the app: an HMAC over its body (contract §4.2). In strict
 * mode it covers a time and a nonce too, so that no request passes twice.
 */
package app.oegukmin.user.signature;
