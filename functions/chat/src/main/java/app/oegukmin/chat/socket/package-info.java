/**
 * Chat over WebSocket: sends, acknowledges and resumes as the routes of HTTP do, and responds to
 * who asked. Connections are written to by another function.
 */
package app.oegukmin.chat.socket;
