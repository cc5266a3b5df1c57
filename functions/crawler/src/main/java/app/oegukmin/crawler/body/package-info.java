/**
 * Makes the body of an article one that the app can show: safe, with links that any client opens
 * and the line breaks that the page has. Also finds where the links of a page lead.
 */
package app.oegukmin.crawler.body;
