/**
 * What a crawl counts of each board. The crawler writes it, and whoever watches a crawl reads it.
 */
package app.oegukmin.shared.board;
