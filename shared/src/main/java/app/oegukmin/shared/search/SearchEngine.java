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
  private static final String PRIMING = "장학금 scholarship 奖学金";

  private final LuceneReplica replica;
  private final SearchIndex index;
  private final Highlights highlights;

  private SearchEngine(LuceneReplica replica, LuceneAnalyzers analyzers, Clock clock) {
    this.replica = replica;
    this.index = new LuceneIndex(replica, analyzers, clock);
    this.highlights = new Highlights(analyzers);
    Core.getGlobalContext().register(this);
  }

  /**
   * The engine that the environment names, by {@code INDEX_TABLE} and {@code INDEX_BUCKET}.
   *
   * @param client whose calls end within a few seconds
   */
  public static SearchEngine of(Environment environment, DynamoDbClient client, Clock clock) {
    try {
      LuceneReplica replica =
          new LuceneReplica(
              new CommitTable(client, environment.require("INDEX_TABLE"), clock),
              new SegmentBucket(S3.connect(PATIENCE), environment.require("INDEX_BUCKET")),
              Files.createTempDirectory("index-"),
              PATIENCE,
              clock);
      return new SearchEngine(replica, new LuceneAnalyzers(Analysis.shipped()), clock);
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
      LOG.info("Primed with {} hits", index.related(query, 1).size());
    } catch (ApiException e) {
      LOG.warn("The index is not here before the snapshot");
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    replica.forgetLook();
  }
}
