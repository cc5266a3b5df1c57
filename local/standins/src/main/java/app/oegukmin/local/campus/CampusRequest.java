package app.oegukmin.local.campus;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked of one of the sites that the campus plays.
 *
 * @param method in upper case
 * @param host the site's own name, taken from the path's first part
 * @param path the site's own path
 * @param query decoded
 * @param headers by lower-case name, the first value of each
 * @param body as UTF-8, cut at {@link #LONGEST_BODY}
 */
record CampusRequest(
    String method,
    String host,
    String path,
    Map<String, List<String>> query,
    Map<String, String> headers,
    String body) {

  /** Where a body is cut: well behind what any of the sites takes. */
  static final int LONGEST_BODY = 1_000_000;

  static CampusRequest of(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestURI().getRawPath();
    int slash = target.indexOf('/', 1);
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return new CampusRequest(
        exchange.getRequestMethod(),
        slash < 0 ? target.substring(1) : target.substring(1, slash),
        slash < 0 ? "/" : target.substring(slash),
        form(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("")),
        headers,
        new String(exchange.getRequestBody().readNBytes(LONGEST_BODY), StandardCharsets.UTF_8));
  }

  /** A header's value, empty string when it is absent. */
  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** A query parameter's first value. */
  Optional<String> parameter(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** The fields of a form or a query, in order. */
  static Map<String, List<String>> form(String encoded) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      if (!name.isEmpty()) {
        fields.computeIfAbsent(decoded(name), key -> new ArrayList<>()).add(decoded(value));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
