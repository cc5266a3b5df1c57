package app.oegukmin.crawler.fetch;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Content-Type header says.
 *
 * @param mediaType in lower case, without parameters
 * @param charset empty when it names none, or none that exists
 */
record ContentType(String mediaType, Optional<Charset> charset) {

  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?([^\\s;,\"']+)", Pattern.CASE_INSENSITIVE);

  static ContentType of(String header) {
    int parameters = header.indexOf(';');
    String mediaType = parameters < 0 ? header : header.substring(0, parameters);
    Matcher charset = CHARSET.matcher(header);
    return new ContentType(
        mediaType.strip().toLowerCase(Locale.ROOT),
        charset.find() ? CharsetLabel.of(charset.group(1)) : Optional.empty());
  }
}
