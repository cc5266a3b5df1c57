/**
 * Removes departed members from every table that holds something of theirs, and what hangs on posts
 * that were erased. There is one {@link app.oegukmin.removal.RemovalStep} for each kind of thing.
 */
package app.oegukmin.removal;
