/**
 * Valkey by one connection, with look-aside caches and Lua scripts. When it cannot be reached,
 * callers go on without it.
 */
package app.oegukmin.shared.valkey;
