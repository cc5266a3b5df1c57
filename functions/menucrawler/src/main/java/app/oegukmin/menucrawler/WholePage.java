package app.oegukmin.menucrawler;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Tells a whole page from one that ends too early: cafeterias that are missing from half a page
 * would be taken for closed (F-33). The parser closes what is open at the end, and notes where it
 * had to.
 */
final class WholePage {

  private WholePage() {}

  /**
   * Whether the tables and the form around them have ends of their own, and the document, if its
   * beginning is written.
   *
   * @param page parsed with positions
   * @param form that holds the tables
   */
  static boolean of(Document page, Element form, List<Element> tables) {
    int end = form.endSourceRange().endPos();
    return closed(form)
        && tables.stream()
            .allMatch(table -> closed(table) && table.endSourceRange().endPos() <= end)
        && page.select("html").stream()
            .allMatch(html -> html.sourceRange().isImplicit() || closed(html));
  }

  private static boolean closed(Element element) {
    return !element.endSourceRange().isImplicit();
  }
}
