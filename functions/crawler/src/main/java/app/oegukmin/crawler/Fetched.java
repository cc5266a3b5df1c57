package app.oegukmin.crawler;

import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** An answer of a site, whole. */
final class Fetched {

  private final URI url;
  private final Optional<Charset> charset;
  private final byte[] body;

  /**
   * An answer.
   *
   * @param url the page's own address: what its links are relative to
   * @param charset as the header says; without one the page's meta element decides, then UTF-8
   */
  Fetched(URI url, Optional<Charset> charset, byte[] body) {
    this.url = url;
    this.charset = charset;
    this.body = body.clone();
  }

  URI url() {
    return url;
  }

  /** The answer read as HTML, which never fails: what is missing shows in the reading. */
  Document html() {
    try {
      String name = charset.map(Charset::name).orElse(null);
      return Jsoup.parse(new ByteArrayInputStream(body), name, url.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("Memory does not fail", e);
    }
  }

  /**
   * The answer read as JSON.
   *
   * @throws PageException when it is none
   */
  JsonNode json() throws PageException {
    try {
      return Json.MAPPER.readTree(body);
    } catch (IOException e) {
      throw new PageException(url, "Not JSON");
    }
  }
}
