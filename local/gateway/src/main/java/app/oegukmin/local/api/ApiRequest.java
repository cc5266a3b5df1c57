package app.oegukmin.local.api;

import java.nio.charset.StandardCharsets;

/**
 * A request as it came over the wire.
 *
 * @param path not decoded
 * @param query not decoded, empty when there is none
 * @param headers with the caller's spelling
 * @param sourceIp address of the caller's end of the connection
 */
record ApiRequest(String method, String path, String query, Headers headers, String sourceIp) {

  private static final String VERSION = "HTTP/1.1";

  /** What counts towards AWS's limit: the request line and the values of the headers. */
  int headerBytes() {
    String target = query.isEmpty() ? path : path + "?" + query;
    int line = bytes(method + " " + target + " " + VERSION);
    return line + headers.lines().stream().mapToInt(header -> bytes(header.value())).sum();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
