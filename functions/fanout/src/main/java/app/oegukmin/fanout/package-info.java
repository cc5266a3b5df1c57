/**
 * Writes new messages to the WebSocket connections of a room's members, and closes connections of
 * the banned. It works outside the VPC, from which API Gateway cannot be reached.
 */
package app.oegukmin.fanout;
