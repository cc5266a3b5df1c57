package app.oegukmin.shared.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;

/** A search over Lucene's segments in this process. Safe for several threads. */
public final class LuceneIndex implements SearchIndex {

  private static final Sort NEWEST =
      new Sort(LongField.newSortField(SearchFields.LIST, true, SortedNumericSelector.Type.MAX));

  private final Searchers searchers;
  private final LuceneQueries queries;
  private final Clock clock;

  /** Gives the searcher of the newest commit that is known here. */
  @FunctionalInterface
  public interface Searchers {

    /** A searcher whose files stay open while it is used; empty while nothing has been indexed. */
    Optional<IndexSearcher> current() throws IOException;
  }

  @FunctionalInterface
  private interface Search {
    List<SearchHit> in(IndexSearcher searcher) throws IOException;
  }

  /** An index whose searchers come from elsewhere. */
  public LuceneIndex(Searchers searchers, LuceneAnalyzers analyzers, Clock clock) {
    this.searchers = searchers;
    this.queries = new LuceneQueries(analyzers);
    this.clock = clock;
  }

  @Override
  public List<SearchHit> newest(SearchQuery query, long before, int limit) {
    return search(searcher -> newest(searcher, query, before, limit));
  }

  @Override
  public List<SearchHit> best(SearchQuery query, int limit) {
    return SearchHit.shownOnce(ranked(queries.ranked(query, clock.instant()), 2 * limit), limit);
  }

  @Override
  public List<SearchHit> related(SearchQuery query, int limit) {
    return ranked(queries.related(query), limit);
  }

  private List<SearchHit> ranked(Query query, int limit) {
    return search(searcher -> hits(searcher, searcher.search(query, limit).scoreDocs));
  }

  // A list may have a question, and any number of answers to it.
  private List<SearchHit> newest(IndexSearcher searcher, SearchQuery query, long before, int limit)
      throws IOException {
    List<SearchHit> hits = new ArrayList<>();
    Set<Long> lists = new HashSet<>();
    long below = before;
    boolean more = limit > 0;
    while (more) {
      ScoreDoc[] found =
          searcher.search(queries.matching(query, below), 2 * limit, NEWEST).scoreDocs;
      for (SearchHit hit : hits(searcher, found)) {
        below = hit.list();
        if (hits.size() < limit && lists.add(hit.list())) {
          hits.add(hit);
        }
      }
      more = found.length == 2 * limit && hits.size() < limit;
    }
    return hits;
  }

  private List<SearchHit> search(Search search) {
    try {
      Optional<IndexSearcher> searcher = searchers.current();
      return searcher.isEmpty() ? List.of() : search.in(searcher.get());
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be read", e);
    }
  }

  private static List<SearchHit> hits(IndexSearcher searcher, ScoreDoc[] found) throws IOException {
    StoredFields stored = searcher.storedFields();
    List<SearchHit> hits = new ArrayList<>();
    for (ScoreDoc each : found) {
      hits.add(LuceneDocuments.hit(stored, each));
    }
    return hits;
  }
}
