package app.oegukmin.shared.search;

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
}
