package app.oegukmin.local.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Query parameters as the gateway reads them (aws §2 #6). */
public final class Query {

  private Query() {}

  /**
   * Decoded names and all their values, in order; a semicolon separates like an ampersand.
   *
   * @throws GatewayException 400 when it holds a raw bar or a broken escape
   */
  public static Map<String, List<String>> parse(String query) throws GatewayException {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (query.indexOf('|') >= 0) {
      throw new GatewayException(Failure.BAD_REQUEST);
    }
    for (String pair : query.split("[&;]", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        values.computeIfAbsent(decode(name), key -> new ArrayList<>()).add(decode(value));
      }
    }
    return values;
  }

  private static String decode(String text) throws GatewayException {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new GatewayException(Failure.BAD_REQUEST);
    }
  }
}
