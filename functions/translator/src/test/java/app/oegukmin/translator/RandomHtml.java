package app.oegukmin.translator;

import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** HTML as notices have it, and worse, from a seed. */
final class RandomHtml {

  private static final List<String> INLINE = List.of("b", "span", "a", "i", "sup");
  private static final List<String> BLOCK = List.of("p", "div", "li", "h3", "blockquote");
  private static final String[] WORDS = {
    "제1전공",
    "변경을",
    "희망하는",
    "학생은",
    "아래",
    "기간에",
    "신청하시기",
    "바랍니다.",
    "&amp;",
    "&lt;ON국민포털&gt;",
    "&nbsp;",
    "2026.",
    "10.",
    "13.(화)",
    "☎",
    "😀",
    "\n",
    "a",
    "※"
  };

  private final Random random;
  private int links;

  RandomHtml(long seed) {
    this.random = new Random(seed);
  }

  /** A fragment in the spelling in which the crawler stores it. */
  String fragment() {
    StringBuilder html = new StringBuilder();
    int blocks = random.nextInt(8);
    for (int i = 0; i < blocks; i++) {
      html.append(block(3));
    }
    return normal(html.toString());
  }

  /** How jsoup spells a fragment. */
  static String normal(String html) {
    Document document = Jsoup.parseBodyFragment(html);
    document.outputSettings().prettyPrint(false);
    return document.body().html();
  }

  private String block(int depth) {
    return switch (random.nextInt(6)) {
      case 0 -> table(depth);
      case 1 -> "<img src=\"https://site/" + links++ + ".png\">";
      case 2 -> words(40);
      case 3 -> depth == 0 ? words(5) : wrap(one(BLOCK), block(depth - 1) + block(depth - 1));
      default -> wrap(one(BLOCK), inline(depth) + "<br>" + inline(depth));
    };
  }

  private String inline(int depth) {
    if (depth == 0) {
      return words(12);
    }
    return words(6) + wrap(one(INLINE), inline(depth - 1)) + words(6);
  }

  private String table(int depth) {
    StringBuilder rows = new StringBuilder();
    for (int row = random.nextInt(6); row >= 0; row--) {
      rows.append("<tr><th>").append(words(2)).append("</th><td>");
      rows.append(depth == 0 ? words(3) : inline(depth - 1)).append("</td></tr>");
    }
    return "<table border=\"1\"><tbody>" + rows + "</tbody></table>";
  }

  private String wrap(String name, String content) {
    String attributes =
        switch (random.nextInt(4)) {
          case 0 -> " href=\"https://site/" + links++ + "?a=1&amp;b=%3E\"";
          case 1 -> " style=\"font-family: &quot;맑은 고딕&quot;\" class=\"x\"";
          case 2 -> " translate=\"no\"";
          default -> "";
        };
    return "<" + name + attributes + ">" + content + "</" + name + ">";
  }

  private String words(int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextBoolean() ? " " : "");
    }
    return text.toString();
  }

  private String one(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }
}
