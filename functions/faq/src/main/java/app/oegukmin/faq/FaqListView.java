package app.oegukmin.faq;

import app.oegukmin.shared.faq.Faq;
import app.oegukmin.shared.post.PostPage;
import java.util.List;

/**
 * A page of FAQ entries (contract §6.6).
 *
 * @param lastCursorId null on the last page
 */
record FaqListView(Long lastCursorId, boolean hasNext, List<Item> faqList) {

  /** An entry of a list. */
  record Item(
      long id, String title, String author, String createdDate, String tag, String language) {

    private static Item of(Faq faq) {
      return new Item(
          faq.id(), faq.title(), faq.author(), faq.createdDate(), faq.tag(), faq.language());
    }
  }

  static FaqListView of(PostPage<Faq> page) {
    return new FaqListView(
        page.next().orElse(null),
        page.next().isPresent(),
        page.rows().stream().map(Item::of).toList());
  }
}
