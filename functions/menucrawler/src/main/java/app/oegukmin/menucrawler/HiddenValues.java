package app.oegukmin.menucrawler;

/**
 * Takes the hidden fields out of a page of menus. They repeat a cell's text in an attribute, {@code
 * <input … value="{fourName=메뉴, …}" />}, without escaping its quotes; behind the first quote the
 * rest would be read as dishes.
 */
final class HiddenValues {

  private static final String VALUE = "{fourName=";

  /** How far from the beginning of its value a field begins and ends, in characters. */
  private static final int BEFORE = 200;

  private static final int AFTER = 5_000;

  private HiddenValues() {}

  /** The page without them. One that does not end within its cell stays. */
  static String removed(String source) {
    StringBuilder page = new StringBuilder();
    int done = 0;
    for (int value = source.indexOf(VALUE); value >= 0; value = source.indexOf(VALUE, value + 1)) {
      int start = start(source, value);
      int end = end(source, value);
      if (start >= done && end >= 0) {
        page.append(source, done, start);
        done = end;
      }
    }
    return page.append(source.substring(done)).toString();
  }

  private static int start(String source, int value) {
    int from = Math.max(0, value - BEFORE);
    int start = source.substring(from, value).lastIndexOf("<input");
    return start < 0 ? -1 : from + start;
  }

  private static int end(String source, int value) {
    String field = source.substring(value, Math.min(source.length(), value + AFTER));
    int close = field.indexOf("}\"");
    int cell = field.indexOf("</td");
    int tag = close < 0 ? -1 : field.indexOf('>', close);
    return tag < 0 || (cell >= 0 && cell < tag) ? -1 : value + tag + 1;
  }
}
