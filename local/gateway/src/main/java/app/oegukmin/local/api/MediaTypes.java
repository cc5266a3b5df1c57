package app.oegukmin.local.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The API's binary media types (aws §2 #13, #14). */
record MediaTypes(List<String> types) {

  /** Whether a request's body travels in Base64. */
  boolean matchContentType(Headers headers) {
    return headers.last("Content-Type").map(this::matches).orElse(false) || types.contains("*/*");
  }

  /** Whether a response in Base64 is decoded: only the first accepted type counts. */
  boolean matchAccept(Headers headers) {
    Optional<String> accepted = headers.last("Accept").map(value -> value.split(",", 2)[0]);
    return accepted.map(this::matches).orElse(false) || types.contains("*/*");
  }

  private boolean matches(String value) {
    String type = value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return types.stream().anyMatch(known -> known.equals(type) || isGroupOf(known, type));
  }

  private static boolean isGroupOf(String known, String type) {
    return known.endsWith("/*") && type.startsWith(known.substring(0, known.length() - 1));
  }
}
