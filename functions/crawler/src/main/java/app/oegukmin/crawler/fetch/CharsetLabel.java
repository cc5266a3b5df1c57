package app.oegukmin.crawler.fetch;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * What the labels of charsets in headers and pages mean. On the web every label of Korean means
 * windows-949 (<a href="https://encoding.spec.whatwg.org/#names-and-labels">Encoding Standard</a>),
 * whose syllables outside KS X 1001 Java's charset of the name EUC-KR does not know.
 */
final class CharsetLabel {

  /** What Korean pages in no Unicode are written in. */
  static final Charset KOREAN = Charset.forName("x-windows-949");

  // Without the separators, in which the spellings differ.
  private static final Pattern KOREAN_LABEL =
      Pattern.compile(
          "(x|cs)?(euckr|korean|uhc|isoir149|ksx1001|(ksc)?5601(198[79])?|(cp|ms|ibm|windows)?949)");
  private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]");
  private static final Pattern XML =
      Pattern.compile("\\s{0,9}<\\?xml[^>]{0,200}encoding\\s{0,9}=\\s{0,9}[\"']([^\"'>]{1,40})");

  // Java looks everywhere for a charset that it does not know.
  private static final int MOST_LABELS = 5;

  private CharsetLabel() {}

  /** What a label means, empty when there is no such charset. */
  static Optional<Charset> of(String label) {
    String plain = SEPARATORS.matcher(label.toLowerCase(Locale.ROOT)).replaceAll("");
    if (KOREAN_LABEL.matcher(plain).matches()) {
      return Optional.of(KOREAN);
    }
    try {
      return Optional.of(Charset.forName(label.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What a page, be it HTML or XML, says of itself, at whatever length from its beginning. */
  static Optional<Charset> within(byte[] page) {
    String source = new String(page, StandardCharsets.ISO_8859_1);
    Matcher xml = XML.matcher(source);
    if (xml.lookingAt()) {
      return of(xml.group(1));
    }
    Document html = Jsoup.parse(source);
    return html.select("meta[charset], meta[content*=charset]").stream()
        .limit(MOST_LABELS)
        .map(meta -> meta.hasAttr("charset") ? meta.attr("charset") : meta.attr("content"))
        .flatMap(value -> of(value).or(() -> ContentType.of(value).charset()).stream())
        .findFirst();
  }
}
