package app.oegukmin.crawler;

import java.util.List;

/**
 * A page of a list.
 *
 * @param rows every article once, pinned ones first
 * @param faults why rows could not be read, one sentence each
 */
record ListPage(List<ListRow> rows, List<String> faults) {

  ListPage {
    rows = List.copyOf(rows);
    faults = List.copyOf(faults);
  }
}
