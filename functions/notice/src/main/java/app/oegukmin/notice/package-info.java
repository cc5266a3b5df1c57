/**
 * Notices as the app asks for them: lists, one notice, searches. An administrator can order a
 * crawl.
 */
package app.oegukmin.notice;
