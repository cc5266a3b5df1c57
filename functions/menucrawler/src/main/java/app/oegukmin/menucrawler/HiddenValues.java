package app.oegukmin.menucrawler;

/**
 * Takes the hidden fields out of a page of menus. They repeat a cell's text in an attribute, {@code
 * <input … value="{fourName=메뉴, …}" />}, without escaping its quotes; behind the first quote the
 * rest would be read as dishes.
 */
final class HiddenValues {

  private static final String VALUE = "{fourName=";

  private HiddenValues() {}

  /** The page without them. One that does not end within its cell stays. */
  static String removed(String source) {
    StringBuilder page = new StringBuilder();
    int done = 0;
    for (int value = source.indexOf(VALUE); value >= 0; value = source.indexOf(VALUE, value + 1)) {
      int start = source.lastIndexOf("<input", value);
      int end = end(source, value);
      if (start >= done && end >= 0) {
        page.append(source, done, start);
        done = end;
      }
    }
    return page.append(source.substring(done)).toString();
  }

  private static int end(String source, int value) {
    int close = source.indexOf("}\"", value);
    int cell = source.indexOf("</td", value);
    int tag = close < 0 ? -1 : source.indexOf('>', close);
    return tag < 0 || (cell >= 0 && cell < tag) ? -1 : tag + 1;
  }
}
