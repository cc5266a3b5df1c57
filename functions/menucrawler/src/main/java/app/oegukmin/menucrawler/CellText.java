package app.oegukmin.menucrawler;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** The lines of a table's cell as a browser breaks them. */
final class CellText {

  private static final String BREAKS = "br";
  private static final String BLOCKS =
      "p, div, ul, ol, li, dl, dt, dd, table, tr, h1, h2, h3, h4, h5, h6";

  private CellText() {}

  /** The lines that hold anything. */
  static List<String> lines(Element cell) {
    Element copy = cell.clone();
    copy.select("td, th").forEach(within -> within.appendText(" "));
    copy.select(BLOCKS)
        .forEach(block -> block.before(new TextNode("\n")).after(new TextNode("\n")));
    copy.select(BREAKS).forEach(br -> br.replaceWith(new TextNode("\n")));
    return copy.wholeText().lines().map(StoredText::clean).filter(line -> !line.isEmpty()).toList();
  }
}
