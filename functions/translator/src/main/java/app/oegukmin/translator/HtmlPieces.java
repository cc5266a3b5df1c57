package app.oegukmin.translator;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A fragment of HTML taken apart for translation and put together again without loss: every tag,
 * {@code href} and {@code src} exactly once and in order, no text lost (D-N6).
 *
 * <p>Neighbouring blocks make up a piece until it is full. A block that is too large for a piece is
 * opened: its own tags are copied, its children are cut the same way, a long text between
 * sentences. Comments, scripts and style sheets are no content and are left out.
 */
final class HtmlPieces {

  // No notice is nested deeper; without a limit, a page could exhaust the stack.
  private static final int DEEPEST = 200;

  private final int limit;
  private final List<HtmlPiece> pieces = new ArrayList<>();
  private final List<Node> open = new ArrayList<>();
  private int openBytes;
  private int depth;

  private HtmlPieces(int limit) {
    this.limit = limit;
  }

  /**
   * Takes a fragment apart.
   *
   * @param limit of one text in UTF-8 bytes, at least 100
   */
  static HtmlPieces split(String html, int limit) {
    return split(html, limit, new KeptNames(""));
  }

  /**
   * Takes a fragment apart.
   *
   * @param names what the vendor is told not to translate
   */
  static HtmlPieces split(String html, int limit, KeptNames names) {
    HtmlPieces pieces = new HtmlPieces(limit);
    Element body = body(html);
    names.mark(body);
    body.childNodes().forEach(pieces::add);
    pieces.close();
    return pieces;
  }

  /** The texts to be translated, as HTML whose attributes are replaced by numbers. */
  List<String> texts() {
    return pieces.stream().filter(HtmlPiece::translatable).map(HtmlPiece::text).toList();
  }

  /**
   * Puts the fragment together from one translation for each of {@link #texts()}; a translation
   * that has lost, doubled or displaced markup is not used.
   */
  String join(List<String> translations) {
    StringBuilder html = new StringBuilder();
    int next = 0;
    for (HtmlPiece piece : pieces) {
      html.append(
          piece.translatable() ? piece.restore(translations.get(next++)) : piece.original());
    }
    return html.toString();
  }

  private static Element body(String html) {
    Document document = Jsoup.parseBodyFragment(html);
    document.outputSettings().prettyPrint(false);
    document.select("script, style").remove();
    document.nodeStream(Comment.class).toList().forEach(Node::remove);
    return document.body();
  }

  private void add(Node node) {
    int bytes = HtmlSize.of(node);
    if (bytes > limit) {
      close();
      open(node);
      return;
    }
    if (openBytes + bytes > limit) {
      close();
    }
    open.add(node);
    openBytes += bytes;
  }

  private void open(Node node) {
    if (node instanceof TextNode text) {
      Sentences.cut(text.getWholeText(), limit).forEach(part -> add(new TextNode(part)));
    } else if (node instanceof Element element && depth < DEEPEST) {
      String tags = element.shallowClone().outerHtml();
      int end = tags.length() - HtmlSize.endTag(element);
      pieces.add(HtmlPiece.copied(tags.substring(0, end)));
      depth++;
      List.copyOf(element.childNodes()).forEach(this::add);
      depth--;
      close();
      pieces.add(HtmlPiece.copied(tags.substring(end)));
    } else {
      pieces.add(HtmlPiece.copied(node.outerHtml()));
    }
  }

  private void close() {
    if (!open.isEmpty()) {
      pieces.add(HtmlPiece.of(open));
      open.clear();
      openBytes = 0;
    }
  }
}
