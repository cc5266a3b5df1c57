package app.oegukmin.faq;

import app.oegukmin.shared.faq.Faq;
import app.oegukmin.shared.post.PostPage;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;

/**
 * A page of FAQ entries (contract §6.6).
 *
 * @param lastCursorId null on the last page
 */
record FaqListView(Long lastCursorId, boolean hasNext, List<Item> faqList) {

  /**
   * An entry of a list.
   *
   * @param titleHighlights the parts of the title that a word was found in, as pairs of UTF-16
   *     offsets; absent where no word was looked for
   */
  record Item(
      long id,
      String title,
      String author,
      String createdDate,
      String tag,
      String language,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<List<Integer>> titleHighlights) {

    private static Item of(Faq faq, List<List<Integer>> titleHighlights) {
      return new Item(
          faq.id(),
          faq.title(),
          faq.author(),
          faq.createdDate(),
          faq.tag(),
          faq.language(),
          titleHighlights);
    }
  }

  /** A page of all entries. */
  static FaqListView of(PostPage<Faq> page) {
    return of(page, faq -> null);
  }

  /** A page of entries in which a word was found. */
  static FaqListView of(PostPage<Faq> page, Function<Faq, List<List<Integer>>> highlights) {
    return new FaqListView(
        page.next().orElse(null),
        page.next().isPresent(),
        page.rows().stream().map(faq -> Item.of(faq, highlights.apply(faq))).toList());
  }
}
