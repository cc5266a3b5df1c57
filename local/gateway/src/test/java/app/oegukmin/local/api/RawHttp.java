package app.oegukmin.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Speaks HTTP by hand: every ready client tidies up paths and header names. */
final class RawHttp {

  /** A response, its headers as they were spelled. */
  @SuppressWarnings("ArrayRecordComponent")
  record Response(int status, Headers headers, byte[] body) {

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    JsonNode json() {
      return Json.read(body);
    }

    List<String> all(String name) {
      return headers.lines().stream()
          .filter(line -> line.name().equalsIgnoreCase(name))
          .map(Headers.Header::value)
          .toList();
    }
  }

  private final URI uri;

  RawHttp(URI uri) {
    this.uri = uri;
  }

  Response get(String target, String... headers) throws IOException {
    return send("GET", target, new byte[0], headers);
  }

  Response post(String target, String body, String... headers) throws IOException {
    return send("POST", target, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  Response send(String method, String target, byte[] body, String... headers) throws IOException {
    List<String> lines = new ArrayList<>(List.of(method + " " + target + " HTTP/1.1"));
    lines.add("Host: " + uri.getAuthority());
    lines.add("Connection: close");
    lines.addAll(Arrays.asList(headers));
    if (body.length > 0) {
      lines.add("Content-Length: " + body.length);
    }
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    request.writeBytes(body);
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.getOutputStream().write(request.toByteArray());
      return parse(socket.getInputStream().readAllBytes());
    }
  }

  private static Response parse(byte[] bytes) {
    int end = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
    String[] head = new String(bytes, 0, end, StandardCharsets.UTF_8).split("\r\n", -1);
    Headers headers = Headers.none();
    for (String line : Arrays.asList(head).subList(1, head.length)) {
      int colon = line.indexOf(':');
      headers = headers.with(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    return new Response(
        Integer.parseInt(head[0].split(" ", -1)[1]),
        headers,
        Arrays.copyOfRange(bytes, end + 4, bytes.length));
  }
}
