package app.oegukmin.dispatcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A change of the article table after which readers see something new.
 *
 * @param article the article part of its notice id
 * @param hash the version that is stored now
 * @param written the date the article carries
 * @param firstSight whether the article was unknown before
 */
record ArticleChange(long article, String hash, LocalDate written, boolean firstSight) {

  /** Reads a stream record; empty for a removal and for a change that leaves the version alone. */
  static Optional<ArticleChange> of(JsonNode record) {
    JsonNode now = record.path("dynamodb").path("NewImage");
    JsonNode before = record.path("dynamodb").path("OldImage");
    if (now.isMissingNode() || text(now, "hash").equals(text(before, "hash"))) {
      return Optional.empty();
    }
    return Optional.of(
        new ArticleChange(
            now.path("id").path("N").asLong(),
            text(now, "hash"),
            LocalDate.parse(text(now, "writtenDate")),
            before.isMissingNode()));
  }

  private static String text(JsonNode image, String attribute) {
    return image.path(attribute).path("S").asText();
  }
}
