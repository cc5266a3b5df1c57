/**
 * Reads the cafeterias' two feeds into the menu table, some times a day or by order. What a feed no
 * longer has is removed, but never because a feed failed.
 */
package app.oegukmin.menucrawler;
