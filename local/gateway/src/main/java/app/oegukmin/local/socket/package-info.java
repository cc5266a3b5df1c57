/**
 * API Gateway's WebSocket API on one machine: handshakes, messages and the requests by which
 * functions write to connections. Reads the API from the template and knows no product.
 */
package app.oegukmin.local.socket;
