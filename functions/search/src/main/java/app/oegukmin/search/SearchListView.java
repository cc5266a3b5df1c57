package app.oegukmin.search;

import java.util.List;

/** What a search over everything has found, the best first. */
record SearchListView(List<Item> results) {

  /**
   * A hit.
   *
   * @param kind {@code notice}, {@code question}, {@code faq} or {@code help}; an answer is found
   *     as its question
   * @param group a notice's type or a post's tag; empty for none
   * @param language the tag of its language; empty when its writer did not say
   * @param date when it was written, {@code yyyy-MM-dd}
   * @param titleHighlights the parts of the title that the word is found in, as pairs of UTF-16
   *     offsets
   */
  record Item(
      String kind,
      long id,
      String title,
      String group,
      String language,
      String date,
      List<List<Integer>> titleHighlights) {}
}
