package app.oegukmin.crawler.site;

import app.oegukmin.crawler.fetch.PageException;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads the RSS feed of a board of cs.kookmin.ac.kr: its newest articles, none of them pinned. */
final class CsFeed {

  private CsFeed() {}

  /**
   * The items of a feed.
   *
   * @param list the board's address, under which its articles lie
   * @throws PageException when it is no feed
   */
  static ListPage parse(URI list, Document feed) throws PageException {
    if (feed.selectFirst("rss > channel") == null) {
      throw new PageException(list, "No feed");
    }
    ListRows rows = new ListRows();
    feed.select("channel > item").forEach(item -> rows.add(item, row(list, item)));
    return rows.page();
  }

  private static Optional<ListRow> row(URI list, Element item) {
    // The link holds only the article's number; a full address is accepted, too.
    Matcher number = CsListPage.NUMBER.matcher(Text.of(item, "link"));
    if (!number.find()) {
      return Optional.empty();
    }
    return Optional.of(
        new ListRow(
            list.resolve(number.group(1)),
            Long.parseLong(number.group(1)),
            Text.of(item, "title"),
            written(Text.of(item, "pubDate")),
            "",
            false));
  }

  // A weekday that does not belong to its day would make the rest unreadable.
  private static Optional<LocalDate> written(String published) {
    try {
      String day = published.replaceFirst("^\\p{L}+,\\s*", "");
      return Optional.of(
          OffsetDateTime.parse(day, DateTimeFormatter.RFC_1123_DATE_TIME).toLocalDate());
    } catch (DateTimeParseException e) {
      return WrittenDate.parse(published);
    }
  }
}
