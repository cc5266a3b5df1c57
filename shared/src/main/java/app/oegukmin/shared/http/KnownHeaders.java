package app.oegukmin.shared.http;

import com.amazonaws.serverless.proxy.model.Headers;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The headers of a request that functions read. The container gets no others, because it parses
 * some and fails outside the envelope where it cannot (F-55). A header that a function begins to
 * read is added here.
 */
final class KnownHeaders {

  private static final String CONTENT_TYPE = "Content-Type";
  private static final Set<String> NAMES =
      Set.of(
          "Accept",
          "Authorization",
          CONTENT_TYPE,
          "HMAC",
          "HMAC-Nonce",
          "HMAC-Timestamp",
          "If-None-Match");

  // A JSON body is UTF-8, whatever its charset is called (contract §4.2).
  private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=[^;]*");

  private KnownHeaders() {}

  /** Those of the sent headers that are read; names are compared without case. */
  static Headers of(Headers sent) {
    Headers known = new Headers();
    if (sent == null) {
      return known;
    }
    NAMES.stream()
        .filter(sent::containsKey)
        .forEach(name -> sent.get(name).forEach(value -> known.add(name, value)));
    if (known.containsKey(CONTENT_TYPE)) {
      known.putSingle(CONTENT_TYPE, CHARSET.matcher(known.getFirst(CONTENT_TYPE)).replaceAll(""));
    }
    return known;
  }
}
