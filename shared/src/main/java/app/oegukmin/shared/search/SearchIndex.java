package app.oegukmin.shared.search;

import java.util.List;

/**
 * Finds documents. Both engines of this package keep the same contract: their methods throw an
 * {@link app.oegukmin.shared.http.ApiException} UNAVAILABLE while the index cannot be asked, and
 * find nothing while nothing has been indexed.
 */
public interface SearchIndex {

  /**
   * The newest hits whose list id is below a cursor: descending by it, one for each list id.
   *
   * @param before the cursor; {@link Long#MAX_VALUE} for the first page
   * @param limit how many at most
   */
  List<SearchHit> newest(SearchQuery query, long before, int limit);

  /**
   * The best hits: the exact words together before the same words apart, titles before texts, then
   * the newer one. A question is one hit, whether itself or an answer to it was found.
   *
   * @param limit how many at most
   */
  List<SearchHit> best(SearchQuery query, int limit);

  /**
   * The best hits for a question in whole sentences: documents that have some of its words, the
   * rarer and the more the better. A question and its answers are a hit each.
   *
   * @param limit how many at most
   */
  List<SearchHit> related(SearchQuery query, int limit);
}
