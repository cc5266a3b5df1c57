package app.oegukmin.crawler.fetch;

import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** A complete response of a site. */
public final class FetchedPage {

  private static final char MARK = '\uFEFF';

  private final URI url;
  private final Charset charset;
  private final Validator version;
  private final String text;

  /**
   * A response.
   *
   * @param url the page's own address: what its links are relative to
   * @param named the charset that the header names
   */
  public FetchedPage(URI url, Optional<Charset> named, Validator version, byte[] body) {
    this.url = url;
    this.version = version;
    this.charset = Charsets.of(body, named);
    this.text = unmarked(new String(body, charset));
  }

  // Some pages begin with several marks.
  private static String unmarked(String text) {
    int start = 0;
    while (start < text.length() && text.charAt(start) == MARK) {
      start++;
    }
    return text.substring(start);
  }

  URI url() {
    return url;
  }

  /** What the site said about this version. */
  public Validator version() {
    return version;
  }

  /**
   * The response as HTML, which knows the charset that it was read in. Parsing never fails; what is
   * missing shows when the page is read.
   */
  public Document html() {
    return parsed(Parser.htmlParser());
  }

  /** The response as XML, likewise. */
  public Document xml() {
    return parsed(Parser.xmlParser());
  }

  private Document parsed(Parser parser) {
    Document page = Jsoup.parse(text, url.toString(), parser);
    page.outputSettings().charset(charset);
    return page;
  }

  /** The response as text, without the mark of its charset. */
  String text() {
    return text;
  }

  /**
   * Whether it is whole. A response may be complete and its page cut all the same (F-22); half of a
   * JSON text cannot be read.
   */
  boolean whole(Media media) {
    return switch (media) {
      case HTML -> WholeHtml.test(text);
      case FEED -> text.contains("</rss>") || !text.contains("<rss");
      case JSON, TEXT -> true;
    };
  }

  /**
   * What a page without an article's body means: empty, because the site no longer has the article.
   *
   * @throws FetchException when it is another kind of page
   */
  public <T> Optional<T> gone() throws FetchException {
    if (html().selectFirst("input[type=password]") != null) {
      throw FetchException.passing(url, "A login page", null);
    }
    return Optional.empty();
  }

  /**
   * The response as JSON.
   *
   * @throws PageException when it is none
   */
  public JsonNode json() throws PageException {
    try {
      return Json.MAPPER.readTree(text);
    } catch (IOException e) {
      throw new PageException(url, "Not JSON");
    }
  }
}
