/**
 * Digests and message authentication codes. The exceptions that cannot happen, because every JRE
 * has the algorithms, are dealt with here.
 */
package app.oegukmin.shared.digest;
