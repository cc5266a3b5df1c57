/**
 * The sessions of members, as far as more than their owner, the user function, needs them. Removing
 * an account ends them.
 */
package app.oegukmin.shared.session;
