/**
 * Reads the university's notice boards into the notice tables, a page of a board for each message
 * of the queue. It asks each host seldom and obeys its robots.txt.
 */
package app.oegukmin.crawler;
