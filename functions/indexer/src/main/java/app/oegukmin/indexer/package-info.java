/**
 * Keeps what is derived from tables up to date: search texts, caches and the copy of the bans in
 * Valkey. It reads streams and repeats a batch without harm.
 */
package app.oegukmin.indexer;
