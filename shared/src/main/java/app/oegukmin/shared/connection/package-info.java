/**
 * WebSocket connections of members, and the tickets that open them in browsers. Nothing here knows
 * what the connections are for.
 */
package app.oegukmin.shared.connection;
