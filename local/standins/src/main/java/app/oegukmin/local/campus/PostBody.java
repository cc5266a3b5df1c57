package app.oegukmin.local.campus;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The HTML of a fixture, as a word processor pastes it: every line a paragraph of styled spans, a
 * blank line between, tables with borders.
 */
final class PostBody {

  private static final String IMAGE =
      "https://kep.kookmin.ac.kr/com/cmsv/FileCtr/findUploadImg.do?fileNo=";

  private PostBody() {}

  /** Lines, table, image and closing lines, each where given; or the HTML itself. */
  static String html(Map<String, ?> post) {
    if (post.get("html") instanceof String html) {
      return html;
    }
    String image = post.containsKey("image") ? image(String.valueOf(post.get("image"))) : "";
    return image + lines(post.get("text")) + table(post.get("table")) + lines(post.get("closing"));
  }

  private static String image(String number) {
    return "<p><img src=\"" + IMAGE + number + "\"></p><p>&nbsp;</p>\n";
  }

  private static String lines(Object lines) {
    return list(lines).stream().map(PostBody::line).collect(Collectors.joining());
  }

  private static String line(Object text) {
    return "<p style=\"text-autospace:none;\"><span style=\"font-size: 11pt;\">"
        + escaped(text)
        + "</span></p>\n";
  }

  private static String table(Object rows) {
    List<?> all = list(rows);
    if (all.isEmpty()) {
      return "";
    }
    return all.stream()
        .map(row -> row(list(row), row.equals(all.getFirst()) ? "th" : "td"))
        .collect(
            Collectors.joining(
                "",
                "<table style=\"border-collapse:collapse\" border=\"1\"><tbody>\n",
                "</tbody></table>\n<p>&nbsp;</p>\n"));
  }

  private static String row(List<?> cells, String tag) {
    return cells.stream()
        .map(cell -> "<" + tag + ">" + escaped(cell) + "</" + tag + ">")
        .collect(Collectors.joining("", "<tr>", "</tr>\n"));
  }

  private static List<?> list(Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  /** A text as HTML shows it. */
  static String escaped(Object text) {
    return String.valueOf(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
