package app.oegukmin.local.api;

/**
 * A request as it came over the wire.
 *
 * @param path not decoded
 * @param query not decoded, empty when there is none
 * @param headers with the caller's spelling
 * @param sourceIp address of the caller's end of the connection
 */
record ApiRequest(String method, String path, String query, Headers headers, String sourceIp) {}
