/** The sessions of members, as far as more than their owner, the user function, needs them. */
package app.oegukmin.shared.session;
