package app.oegukmin.crawler.site;

import app.oegukmin.crawler.fetch.Validator;
import java.util.List;
import java.util.OptionalLong;

/**
 * A page of a list.
 *
 * @param rows every article once, pinned ones first
 * @param faults why rows could not be read, one sentence each
 * @param version what the site said about this version of the page
 */
public record ListPage(List<ListRow> rows, List<String> faults, Validator version) {

  /** Copies the lists. */
  public ListPage {
    rows = List.copyOf(rows);
    faults = List.copyOf(faults);
  }

  /** The lowest number of a row that is not pinned, empty when there is no such row. */
  public OptionalLong oldest() {
    return rows.stream().filter(row -> !row.pinned()).mapToLong(ListRow::number).min();
  }

  /** This page as fetched in a version. */
  ListPage of(Validator fetched) {
    return new ListPage(rows, faults, fetched);
  }
}
