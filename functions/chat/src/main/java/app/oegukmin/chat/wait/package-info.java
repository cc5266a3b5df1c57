/**
 * Waiting for what is new. A stream in Valkey wakes who waits; while somebody waits, no store is
 * read.
 */
package app.oegukmin.chat.wait;
