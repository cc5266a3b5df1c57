package app.oegukmin.crawler;

import app.oegukmin.crawler.site.Board;
import app.oegukmin.crawler.site.Boards;
import app.oegukmin.crawler.site.ListPage;
import app.oegukmin.crawler.site.ListRow;
import app.oegukmin.shared.notice.Article;
import app.oegukmin.shared.work.CrawlPage;
import app.oegukmin.shared.work.CrawlPage.Purpose;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks up which articles of a list are stored, be it under another board's address: an article is
 * its site and its number (F-25).
 */
final class ArticleLookup {

  private final Boards boards;
  private final ArticleCrawl articles;

  ArticleLookup(Boards boards, ArticleCrawl articles) {
    this.boards = boards;
    this.articles = articles;
  }

  /** A list page of a board with what is known of its articles. */
  SeenPage see(Board board, CrawlPage page, BoardTable.Remembered before, ListPage list) {
    Map<String, Article> known =
        new HashMap<>(articles.known(list.rows().stream().map(ListRow::address).toList()));
    List<ListRow> own = list.rows().stream().filter(row -> boards.owns(board, row.url())).toList();
    // Who looks for the known ones, too, finds what was stored twice.
    boolean all = page.purpose() == Purpose.DAILY;
    Map<String, Article> elsewhere =
        elsewhere(
            board, own.stream().filter(row -> all || !known.containsKey(row.address())).toList());
    Set<String> left = new HashSet<>();
    elsewhere.forEach(
        (address, article) -> {
          if (article.former().contains(address) && known.putIfAbsent(address, article) == null) {
            left.add(address);
          }
        });
    List<ListRow> rows = own.stream().filter(row -> !left.contains(row.address())).toList();
    return new SeenPage(board, page, before.memory(), before.gap(), list, rows, known, elsewhere);
  }

  private Map<String, Article> elsewhere(Board board, List<ListRow> rows) {
    Map<String, ListRow> places = new HashMap<>();
    for (ListRow row : rows) {
      boards.places(board, row.number()).forEach(place -> places.put(place.toString(), row));
    }
    rows.forEach(row -> places.remove(row.address()));
    Map<String, Article> elsewhere = new HashMap<>();
    articles
        .known(places.keySet())
        .forEach((place, article) -> elsewhere.put(places.get(place).address(), article));
    return elsewhere;
  }
}
