package app.oegukmin.crawler.body;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Addresses as pages write them, made absolute and encoded as browsers do (<a
 * href="https://url.spec.whatwg.org/">URL Standard</a>), so that any client can open them. They
 * hold no session: it ends, and would make a new version of a notice at each read.
 */
public final class Address {

  // As most are: nothing to encode, nothing to take out.
  private static final Pattern READY =
      Pattern.compile("https?://[\\w.-]++(?::\\d++)?(?:[/?#][\\w.~!$&'()*+,;=:@/?#\\[\\]-]*+)?");
  private static final Pattern SESSION = Pattern.compile("(?i)sess(?:ion)?id=");
  private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]");
  private static final Pattern OTHER = Pattern.compile("(?i)(mailto|tel):.+");
  private static final Pattern PARTS =
      Pattern.compile("(?i)(https?|ftp)://([^/?#]+)([^?#]*)(\\?[^#]*)?(#.*)?");
  private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{M}\\p{N}._-]+(:\\d*)?");
  private static final Pattern PATH_SESSION = Pattern.compile("(?i);jsessionid=[^/;]*");
  private static final Pattern QUERY_SESSION =
      Pattern.compile("(?i)(?<=[?&])(jsessionid|phpsessid)=[^&]*&?");
  private static final String KEPT = "-._~!$&'()*+,;=:@/?[]#";
  private static final HexFormat HEX = HexFormat.of().withUpperCase().withPrefix("%");

  private Address() {}

  /**
   * The address that an attribute holds, relative to its page.
   *
   * @return empty when it holds none that a client could open
   */
  static Optional<String> of(Element element, String attribute) {
    String address = element.attr(attribute).isBlank() ? "" : element.absUrl(attribute);
    boolean session = address.indexOf('=') >= 0 && SESSION.matcher(address).find();
    return READY.matcher(address).matches() && !session
        ? Optional.of(address)
        : in(element, element.attr(attribute));
  }

  /** The address that a text means within an element, likewise. */
  static Optional<String> in(Element element, String text) {
    String plain = BREAKS.matcher(text).replaceAll("").strip();
    if (plain.isEmpty()) {
      return Optional.empty();
    }
    if (OTHER.matcher(plain).matches()) {
      return Optional.of(plain);
    }
    Element link = new Element("a");
    link.setBaseUri(element.baseUri());
    Matcher parts = PARTS.matcher(link.attr("href", plain.replace('\\', '/')).absUrl("href"));
    if (!parts.matches()) {
      return Optional.empty();
    }
    Document page = element.ownerDocument();
    Charset charset = page == null ? StandardCharsets.UTF_8 : page.charset();
    return host(parts.group(2)).map(host -> parts.group(1) + "://" + host + rest(parts, charset));
  }

  private static Optional<String> host(String authority) {
    try {
      return HOST.matcher(authority).matches()
          ? Optional.of(ascii(authority) ? authority : IDN.toASCII(authority))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  // Only the query is written in the charset of its page.
  private static String rest(Matcher parts, Charset charset) {
    String path = PATH_SESSION.matcher(parts.group(3)).replaceAll("");
    String query = parts.group(4) == null ? "" : parts.group(4);
    if (QUERY_SESSION.matcher(query).find()) {
      query = QUERY_SESSION.matcher(query).replaceAll("").replaceFirst("[?&]$", "");
    }
    String fragment = parts.group(5) == null ? "" : parts.group(5);
    return encoded(path, StandardCharsets.UTF_8)
        + encoded(query, writable(query, charset) ? charset : StandardCharsets.UTF_8)
        + encoded(fragment, StandardCharsets.UTF_8);
  }

  private static boolean writable(String query, Charset charset) {
    return ascii(query) || charset.newEncoder().canEncode(query);
  }

  private static String encoded(String part, Charset charset) {
    if (part.chars().allMatch(each -> each != '%' && kept(each))) {
      return part;
    }
    StringBuilder encoded = new StringBuilder(part.length() * 2);
    for (int at = 0; at < part.length(); ) {
      int point = part.codePointAt(at);
      String letter = Character.toString(point);
      boolean kept = point == '%' ? escape(part, at) : kept(point);
      encoded.append(kept ? letter : HEX.formatHex(letter.getBytes(charset)));
      at += letter.length();
    }
    return encoded.toString();
  }

  private static boolean kept(int point) {
    return point < 128 && (Character.isLetterOrDigit(point) || KEPT.indexOf(point) >= 0);
  }

  private static boolean escape(String part, int at) {
    return at + 2 < part.length()
        && HexFormat.isHexDigit(part.charAt(at + 1))
        && HexFormat.isHexDigit(part.charAt(at + 2));
  }

  private static boolean ascii(String text) {
    return text.chars().allMatch(each -> each < 128);
  }

  /**
   * One spelling for all addresses of a page: https, the host in lower case without a port, the
   * path without sessions, empty or dotted segments and a slash at its end, no fragment.
   *
   * @param address absolute
   * @return empty when it is no address of a page
   */
  public static Optional<URI> canonical(String address) {
    try {
      URI page = new URI(address).parseServerAuthority().normalize();
      String path = page.getPath().replaceAll(";[^/]*", "").replaceAll("/+", "/");
      URI plain =
          new URI(
              "https", page.getHost().toLowerCase(Locale.ROOT), path.replaceFirst("/$", ""), null);
      String query = page.getRawQuery();
      return Optional.of(query == null ? plain : URI.create(plain + "?" + query));
    } catch (URISyntaxException | NullPointerException e) {
      return Optional.empty();
    }
  }
}
