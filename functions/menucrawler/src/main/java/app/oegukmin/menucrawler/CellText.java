package app.oegukmin.menucrawler;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The lines of a table's cell as a browser breaks them. */
final class CellText implements NodeVisitor {

  private static final Set<String> BLOCKS =
      Set.of("p", "div", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "h1", "h2", "h3", "h4");
  private static final Set<String> CELLS = Set.of("td", "th");

  private final StringBuilder text = new StringBuilder();

  private CellText() {}

  /** The lines that hold anything. */
  static List<String> lines(Element cell) {
    CellText found = new CellText();
    cell.traverse(found);
    return found.text.toString().lines().map(StoredText::clean).filter(l -> !l.isEmpty()).toList();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      text.append(words.getWholeText());
    } else if (node.nameIs("br") || BLOCKS.contains(node.nodeName())) {
      text.append('\n');
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (CELLS.contains(node.nodeName())) {
      text.append(' ');
    } else if (BLOCKS.contains(node.nodeName())) {
      text.append('\n');
    }
  }
}
