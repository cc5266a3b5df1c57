package app.oegukmin.help;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * Which help articles a list has.
 *
 * @param cursorId 0 for the first page
 * @param done null for both
 * @param helper null for both sides
 * @param mine whose articles, by their public id or the caller's own uid; null and blank for
 *     everybody's
 */
record HelpFilter(
    Long cursorId,
    @JsonProperty("isDone") Boolean done,
    @JsonProperty("isHelper") Boolean helper,
    @JsonProperty("isMine") String mine) {

  Optional<Boolean> side() {
    return Optional.ofNullable(helper);
  }

  /** Whose articles are wanted, empty for everybody's. */
  Optional<String> whose() {
    return Optional.ofNullable(mine).filter(id -> !id.isBlank());
  }

  boolean matches(Help help) {
    return (done == null || done == help.done()) && (helper == null || helper == help.helper());
  }
}
