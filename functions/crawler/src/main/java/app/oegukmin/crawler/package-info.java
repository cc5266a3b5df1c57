/**
 * Crawls the university's notice boards into the notice tables, a list page for each message of the
 * queue. Package {@code fetch} gets pages, package {@code site} reads them.
 */
package app.oegukmin.crawler;
