package app.oegukmin.help;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/** A help article in full as the app reads it: nothing is null (contract §6.7). */
record HelpView(
    long id,
    @JsonProperty("isDone") boolean done,
    @JsonProperty("isHelper") boolean helper,
    String title,
    String context,
    String author,
    String country,
    String createdDate,
    String updatedDate,
    String uuid) {

  static HelpView of(HelpPost post, Optional<String> viewer) {
    Help help = post.help();
    return new HelpView(
        help.id(),
        help.done(),
        help.helper(),
        help.title(),
        post.text(),
        help.author().author(),
        help.author().country(),
        help.createdDate(),
        help.updatedDate(),
        help.author().uuidFor(viewer));
  }
}
