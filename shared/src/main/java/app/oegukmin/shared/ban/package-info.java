/**
 * Bans of access tokens. BanTable is the source, Valkey has a copy that the indexer keeps fresh.
 */
package app.oegukmin.shared.ban;
