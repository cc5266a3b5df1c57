package app.oegukmin.crawler;

import app.oegukmin.crawler.site.Board;
import app.oegukmin.crawler.site.CissSite;
import app.oegukmin.crawler.site.CsSite;
import app.oegukmin.testkit.FakeSite;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Writes lists and articles of every family of boards for tests. */
final class CampusPages {

  private final FakeSite site;

  CampusPages(FakeSite site) {
    this.site = site;
  }

  /** Sets the address of a page of a board's list. */
  static String listUrl(Board board, int page) {
    String list = board.list().toString();
    return switch (board.site()) {
      case CissSite ignored ->
          list + "?mode=list&articleLimit=10&article.offset=" + 10 * (page - 1);
      case CsSite ignored when page == 1 -> list + "rss";
      case CsSite ignored -> page == 2 ? list : list + "?&pn=" + (page - 2);
      default -> list + "?currentPageNo=" + page;
    };
  }

  /** Lets a page of a board's list show articles. */
  void list(Board board, int page, long... numbers) {
    String rows =
        Arrays.stream(numbers).mapToObj(number -> row(board, number)).collect(Collectors.joining());
    String url = listUrl(board, page);
    switch (board.site()) {
      case CissSite ignored ->
          site.html(url, "<table class=board-table><tbody>" + rows + "</tbody></table>");
      case CsSite ignored when page == 1 ->
          site.answers(url, FakeSite.send(200, "text/xml", feed(numbers)));
      case CsSite ignored -> site.html(url, "<div class=list-tbody>" + rows + "</div>");
      default -> site.html(url, OfficialPages.list(rows));
    }
  }

  /** Lets the first list page of a board of kmuciss show articles, some of them pinned. */
  void pinned(Board board, long[] pinned, long... others) {
    String top =
        LongStream.of(pinned)
            .mapToObj(number -> row(board, number).replace("<tr>", "<tr class=b-top-box>"))
            .collect(Collectors.joining());
    String rest =
        LongStream.of(others).mapToObj(number -> row(board, number)).collect(Collectors.joining());
    site.html(listUrl(board, 1), "<table class=board-table><tbody>" + top + rest + "</table>");
  }

  private static String row(Board board, long number) {
    return switch (board.site()) {
      case CissSite ignored ->
          "<tr><td><a href='?mode=view&articleNo=%d'>글 %1$d</a></td><td>26.11.20</td></tr>"
              .formatted(number);
      case CsSite ignored ->
          "<ul><li class=subject><a href='./%d'>글 %1$d</a></li><li class=date>26.11.20</li></ul>"
              .formatted(number);
      default -> OfficialPages.row(officialBoard(board), number);
    };
  }

  private static String feed(long... numbers) {
    return "<rss><channel>"
        + LongStream.of(numbers)
            .mapToObj(
                number -> "<item><title>글 %d</title><link>%1$d</link></item>".formatted(number))
            .collect(Collectors.joining())
        + "</channel></rss>";
  }

  /** The address of an article. */
  static String articleUrl(Board board, long number) {
    return switch (board.site()) {
      case CissSite ignored -> board.list() + "?mode=view&articleNo=" + number;
      case CsSite ignored -> board.list().toString() + number;
      default -> OfficialPages.url(officialBoard(board), number);
    };
  }

  /** Lets articles be there, each under its number as title. */
  void articles(Board board, long... numbers) {
    for (long number : numbers) {
      article(board, number, "<p>본문</p>");
    }
  }

  /** Lets an article be there. */
  void article(Board board, long number, String body) {
    site.html(articleUrl(board, number), html(board, number, body));
  }

  static String html(Board board, long number, String body) {
    return switch (board.site()) {
      case CissSite ignored ->
          "<html><span class=b-title>%d</span><li class=b-date-box><span>2026-11-20</span></li><div class=b-content-box>%s</div></html>"
              .formatted(number, body);
      case CsSite ignored ->
          "<html><table><tr><td class=view-title>%d</td></tr><tr><th class=aricle-subject>작성일</th><td>26.11.20</td></tr></table><div id=view-detail-data>%s</div></html>"
              .formatted(number, body);
      default ->
          "<html>" + OfficialPages.article(Long.toString(number), "2026.11.20", body) + "</html>";
    };
  }

  // The list of everything shows what has no board of its own.
  private static int officialBoard(Board board) {
    String last = board.folder().replaceAll(".*/([^/]*)/$", "$1");
    return last.matches("\\d+") ? Integer.parseInt(last) : 2;
  }
}
