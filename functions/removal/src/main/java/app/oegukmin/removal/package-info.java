/**
 * Removes departed members from every table that holds something of theirs. There is one {@link
 * app.oegukmin.removal.RemovalStep} for each kind of thing.
 */
package app.oegukmin.removal;
