package app.oegukmin.crawler.site;

import app.oegukmin.crawler.fetch.Validator;
import java.util.List;

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

  /** This page as fetched in a version. */
  ListPage of(Validator fetched) {
    return new ListPage(rows, faults, fetched);
  }
}
