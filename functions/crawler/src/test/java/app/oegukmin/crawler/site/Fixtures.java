package app.oegukmin.crawler.site;

import app.oegukmin.crawler.body.ArticleBody;
import app.oegukmin.crawler.fetch.FetchedPage;
import app.oegukmin.crawler.fetch.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Pages built from the documented structure of the sites; all names and numbers are invented. */
public final class Fixtures {

  public static final URI PAGE =
      URI.create("https://www.kookmin.ac.kr/user/kmuNews/notice/4/71010/view.do");

  private Fixtures() {}

  static byte[] bytes(String name) {
    try (InputStream resource = Fixtures.class.getResourceAsStream("/" + name)) {
      return resource.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  /** A page of the official site. */
  public static Document page(String name) {
    return page(PAGE, name);
  }

  static Document page(URI url, String name) {
    return fetched(url, name).html();
  }

  /** What is shown of a body with some content, without the element of the body itself. */
  public static String cleaned(String html) {
    Document page = Jsoup.parse("<main>" + html + "</main>", PAGE.toString());
    String clean = ArticleBody.clean(page.selectFirst("main"));
    return clean.replaceFirst("^<div>", "").replaceFirst("</div>$", "");
  }

  static FetchedPage fetched(URI url, String name) {
    return new FetchedPage(url, Optional.empty(), Validator.NONE, bytes(name));
  }
}
