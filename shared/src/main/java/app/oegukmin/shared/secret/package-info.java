/** Secrets that an operator may exchange while functions run. None is in a snapshot. */
package app.oegukmin.shared.secret;
