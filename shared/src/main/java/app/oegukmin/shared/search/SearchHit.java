package app.oegukmin.shared.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A document that was found. Whoever shows it reads its row: the index may be half a minute behind.
 *
 * @param kind what it is
 * @param id its id
 * @param list the id that its list is sorted by
 * @param score how good it is beside others of the same search; 0 where hits are not ranked
 */
public record SearchHit(SearchKind kind, long id, long list, double score) {

  /** The kind of what a reader is shown: an answer is shown as its question. */
  public SearchKind shownAs() {
    return kind == SearchKind.ANSWER ? SearchKind.QUESTION : kind;
  }

  /** The first of the hits by which a reader is shown something else than by those before. */
  static List<SearchHit> shownOnce(List<SearchHit> hits, int limit) {
    Set<String> shown = new HashSet<>();
    return hits.stream()
        .filter(hit -> shown.add(SearchDocument.key(hit.shownAs(), hit.list())))
        .limit(limit)
        .toList();
  }
}
