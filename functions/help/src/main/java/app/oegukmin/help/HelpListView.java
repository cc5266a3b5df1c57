package app.oegukmin.help;

import app.oegukmin.shared.post.PostPage;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A page of help articles as the app reads it (contract §6.7).
 *
 * @param lastCursorId null on the last page
 */
record HelpListView(Long lastCursorId, boolean hasNext, List<Item> helpList) {

  /** A help article of a list. */
  record Item(
      long id,
      String title,
      String author,
      String country,
      String createdDate,
      @JsonProperty("isDone") boolean done,
      @JsonProperty("isHelper") boolean helper) {

    private static Item of(Help help) {
      return new Item(
          help.id(),
          help.title(),
          help.author().author(),
          help.author().country(),
          help.createdDate(),
          help.done(),
          help.helper());
    }
  }

  static HelpListView of(PostPage<Help> page) {
    return new HelpListView(
        page.next().orElse(null),
        page.next().isPresent(),
        page.rows().stream().map(Item::of).toList());
  }
}
