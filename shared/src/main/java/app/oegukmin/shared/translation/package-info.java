/**
 * What translating costs. The translator counts the characters that it sends, and whoever watches a
 * crawl reads the count.
 */
package app.oegukmin.shared.translation;
