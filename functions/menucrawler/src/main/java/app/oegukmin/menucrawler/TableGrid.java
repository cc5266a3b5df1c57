package app.oegukmin.menucrawler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * The cells of a table by row and column. A cell that spans rows or columns stands in each of them,
 * so that those behind it keep their days (F-46).
 */
final class TableGrid {

  /** A week has eight columns; a page that claims thousands is broken. */
  private static final int MOST_COLUMNS = 64;

  private record Span(Element cell, int rows) {}

  private final Map<Integer, Span> fromAbove = new HashMap<>();
  private final List<List<Element>> rows = new ArrayList<>();

  private TableGrid() {}

  /** The rows of a table, without those of tables within. */
  static List<List<Element>> of(Element table) {
    TableGrid grid = new TableGrid();
    for (Element row : table.select("> tr, > * > tr")) {
      grid.addRow(row);
    }
    return grid.rows;
  }

  private void addRow(Element row) {
    if (row.previousElementSibling() == null) {
      // No cell reaches from the head into the body.
      fromAbove.clear();
    }
    List<Element> places = new ArrayList<>();
    for (Element cell : row.select("> td, > th")) {
      takeFromAbove(places);
      int rowsBelow = span(cell, "rowspan", Integer.MAX_VALUE) - 1;
      for (int columns = span(cell, "colspan", 1); columns > 0; columns--) {
        if (places.size() < MOST_COLUMNS) {
          fromAbove.put(places.size(), new Span(cell, rowsBelow));
          places.add(cell);
        }
      }
    }
    takeFromAbove(places);
    rows.add(places);
  }

  // Goes on as long as cells from above have the next columns.
  private void takeFromAbove(List<Element> places) {
    for (int column = places.size(); fromAbove.containsKey(column); column++) {
      Span span = fromAbove.get(column);
      if (span.rows() == 0) {
        return;
      }
      fromAbove.put(column, new Span(span.cell(), span.rows() - 1));
      places.add(span.cell());
    }
  }

  // 0 rows reach to the end of the table; 0 columns are an error for one.
  private static int span(Element cell, String attribute, int ifNone) {
    String value = cell.attr(attribute).strip();
    if (!value.matches("\\d{1,4}")) {
      return 1;
    }
    int span = Integer.parseInt(value);
    return span == 0 ? ifNone : span;
  }
}
