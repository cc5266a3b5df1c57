package app.oegukmin.shared.search;

import java.util.List;

/**
 * What PassageFunction is asked, as JSON.
 *
 * @param query a question as somebody wrote it; all of it counts as words
 * @param languages tags of contract §8.1; notices and FAQ of others are left out, and none leaves
 *     out nothing. What members write is of no language and always in.
 * @param most how many passages at most, 1 to 20
 */
public record PassageRequest(String query, List<String> languages, int most) {

  /** What JSON leaves out is nothing. */
  public PassageRequest {
    query = query == null ? "" : query;
    languages = languages == null ? List.of() : List.copyOf(languages);
  }
}
