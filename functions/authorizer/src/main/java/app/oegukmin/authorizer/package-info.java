/**
 * The two Lambda authorizers of the API, for members and for guests. They verify access tokens,
 * refuse banned ones and count each call against the limits of its caller.
 */
package app.oegukmin.authorizer;
