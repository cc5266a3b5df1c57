/**
 * Fetches pages of sites: at a pace, by robots.txt, within limits, and one crawler at a time for a
 * host. It knows no board.
 */
package app.oegukmin.crawler.fetch;
