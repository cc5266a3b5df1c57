package app.oegukmin.crawler.site;

import app.oegukmin.crawler.fetch.Validator;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * Collects the rows of a list page. An article that is pinned and also listed as an ordinary row
 * counts once; the ordinary row is used, because it says more.
 */
final class ListRows {

  private final Map<URI, ListRow> rows = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();

  /** Adds a row, or notes that the item could not be read. */
  void add(Element item, Optional<ListRow> row) {
    row.ifPresentOrElse(
        each -> rows.merge(each.url(), each, ListRows::ordinary),
        () -> faults.add("Row without an article: " + Text.excerpt(item)));
  }

  private static ListRow ordinary(ListRow one, ListRow other) {
    return one.pinned() ? other : one;
  }

  /** What was added. */
  ListPage page() {
    return new ListPage(List.copyOf(rows.values()), faults, Validator.NONE);
  }
}
