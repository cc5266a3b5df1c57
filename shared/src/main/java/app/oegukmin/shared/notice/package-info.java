/**
 * Articles and notices with their five tables: articles by address, list rows, bodies, documents,
 * search texts. The crawler writes originals, the translator translations, the notice function
 * reads.
 */
package app.oegukmin.shared.notice;
