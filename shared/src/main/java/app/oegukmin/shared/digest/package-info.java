/** Digests and message authentication codes, without the exceptions that cannot happen. */
package app.oegukmin.shared.digest;
