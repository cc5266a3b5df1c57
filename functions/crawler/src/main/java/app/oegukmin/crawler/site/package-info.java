/**
 * Reads the boards of the university's three kinds of sites: list pages into rows, article pages
 * into notices. It stores nothing.
 */
package app.oegukmin.crawler.site;
