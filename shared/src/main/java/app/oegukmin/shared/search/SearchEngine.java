package app.oegukmin.shared.search;

import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.s3.S3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The search of a function that reads the index. Before SnapStart takes its snapshot it fetches the
 * index and searches once, so that dictionaries are loaded; after a restore it looks for the newest
 * commit before the first search. Keep a reference to it: the runtime holds its hooks weakly.
 */
public final class SearchEngine implements Resource {

  private static final Logger LOG = LoggerFactory.getLogger(SearchEngine.class);

  // A function has ten seconds, and reads rows afterwards (F-35).
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  // With the second in which it has to take a connection.
  private static final Duration ANSWER = Duration.ofSeconds(3);
  private static final String PRIMING = "장학금 scholarship 奖学金";

  private final SearchIndex index;
  private final Highlights highlights;
  private final Runnable restored;

  private SearchEngine(SearchIndex index, LuceneAnalyzers analyzers, Runnable restored) {
    this.index = index;
    this.highlights = new Highlights(analyzers);
    this.restored = restored;
    Core.getGlobalContext().register(this);
  }

  /**
   * The engine that {@code SEARCH_ENGINE} names: Lucene over {@code INDEX_TABLE} and {@code
   * INDEX_BUCKET} unless it says {@code opensearch}, which is at {@code OPENSEARCH_URL}. Words are
   * marked in what a row has now, by the same analysis for both.
   *
   * @param client whose calls end within a few seconds
   */
  public static SearchEngine of(Environment environment, DynamoDbClient client, Clock clock) {
    LuceneAnalyzers analyzers = new LuceneAnalyzers(Analysis.shipped());
    if (OpenSearchCluster.isChosen(environment)) {
      OpenSearchCluster cluster = OpenSearchCluster.of(environment, ANSWER);
      return new SearchEngine(new OpenSearchIndex(cluster, clock), analyzers, () -> {});
    }
    LuceneReplica replica = replica(environment, client, clock);
    SearchIndex index = new LuceneIndex(replica, analyzers, clock);
    return new SearchEngine(index, analyzers, replica::forgetLook);
  }

  private static LuceneReplica replica(
      Environment environment, DynamoDbClient client, Clock clock) {
    try {
      return new LuceneReplica(
          new CommitTable(client, environment.require("INDEX_TABLE"), clock),
          new SegmentBucket(S3.connect(PATIENCE), environment.require("INDEX_BUCKET")),
          Files.createTempDirectory("index-"),
          PATIENCE,
          clock);
    } catch (IOException e) {
      throw new UncheckedIOException("There is no place for the index", e);
    }
  }

  /** What finds documents. */
  public SearchIndex index() {
    return index;
  }

  /** What marks words in texts. */
  public Highlights highlights() {
    return highlights;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    try {
      Set<SearchKind> all = EnumSet.allOf(SearchKind.class);
      SearchQuery query = SearchQuery.of(PRIMING, all, Set.of(), Optional.empty());
      highlights.of(query, PRIMING);
      LOG.info("Primed with {} hits", index.related(query, 1).size());
    } catch (ApiException e) {
      LOG.warn("The index is not here before the snapshot");
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    restored.run();
  }
}
