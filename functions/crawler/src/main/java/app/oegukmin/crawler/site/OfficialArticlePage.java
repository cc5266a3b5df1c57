package app.oegukmin.crawler.site;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What an article page of the official site says. Its facts are told apart by their labels, never
 * by position or by counting words (D-N8).
 *
 * @param title empty string when the page shows none
 * @param heading the board as the page names it
 * @param written empty when the page shows no date
 * @param department empty string when there is none
 * @param author empty string when there is none
 * @param phone empty string when there is none
 * @param body what the author wrote, with the page's links
 * @param fileSet the key under which the portal lists the attachments
 */
public record OfficialArticlePage(
    String title,
    String heading,
    Optional<LocalDate> written,
    String department,
    String author,
    String phone,
    Element body,
    Optional<String> fileSet) {

  private static final Pattern WRITTEN = Pattern.compile("(?:작성|등록|게시)일|\\d");
  private static final Pattern COLON = Pattern.compile("^\\s*[:：]");
  private static final Pattern FILE_SET =
      Pattern.compile("attflUuidValue\\s*=\\s*[\"']([0-9A-Za-z-]{1,64})[\"']");

  /** Reads a page; empty when it has no body: the site responds 200 for an article that is gone. */
  public static Optional<OfficialArticlePage> parse(Document page) {
    Element body = page.selectFirst("div.board_view div.view_inner");
    if (body == null) {
      return Optional.empty();
    }
    return Optional.of(
        new OfficialArticlePage(
            Text.of(page, "div.view_top .view_tit"),
            heading(page),
            written(page),
            labelled(page, "담당부서"),
            labelled(page, "담당자"),
            phone(page),
            body,
            fileSet(page)));
  }

  // The label may stand in an element of its own, be another one, or be missing.
  private static Optional<LocalDate> written(Document page) {
    return Text.all(page, "div.view_top div.board_etc > span").stream()
        .filter(text -> WRITTEN.matcher(text).lookingAt())
        .flatMap(text -> WrittenDate.parse(text).stream())
        .findFirst();
  }

  private static String heading(Document page) {
    String category = Text.of(page, "div.view_top span.ctg_name");
    return category.isEmpty() ? Text.of(page, "h2.section_tit") : category;
  }

  private static String labelled(Document page, String label) {
    return fact(page, label)
        .map(span -> span.ownText().substring(label.length()))
        .map(text -> Text.trimmed(COLON.matcher(text).replaceFirst("")))
        .orElse("");
  }

  // The first em of a page without a phone is the number of hits: only the one beside the author.
  private static String phone(Document page) {
    return fact(page, "담당자")
        .map(span -> Text.trimmed(Text.of(span, "em").replace("☎", "")))
        .orElse("");
  }

  private static Optional<Element> fact(Document page, String label) {
    return page.select("div.view_top div.board_etc > span").stream()
        .filter(span -> span.ownText().startsWith(label))
        .findFirst();
  }

  private static Optional<String> fileSet(Document page) {
    return page.select("script").stream()
        .map(script -> FILE_SET.matcher(script.data()))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst();
  }
}
