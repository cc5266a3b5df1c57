package app.oegukmin.shared.search;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.search.OpenSearchCluster.Response;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.http.SdkHttpMethod;

/** A search by OpenSearch, over the index that serves. Safe for several threads. */
final class OpenSearchIndex implements SearchIndex {

  /** The name of the index that serves, whichever it is. */
  static final String SERVING = "documents";

  private static final Logger LOG = LoggerFactory.getLogger(OpenSearchIndex.class);
  private static final int PAGE = 1_000;
  private static final long RETRY_AFTER_SECONDS = 5;

  private final OpenSearchCluster cluster;
  private final Clock clock;

  OpenSearchIndex(OpenSearchCluster cluster, Clock clock) {
    this.cluster = cluster;
    this.clock = clock;
  }

  @Override
  public List<SearchHit> newest(SearchQuery query, long before, int limit) {
    List<SearchHit> hits = new ArrayList<>();
    long below = before;
    boolean more = limit > 0;
    while (more) {
      int size = Math.min(PAGE, limit - hits.size());
      List<SearchHit> page = search(query, OpenSearchQueries.newest(query, below, size));
      hits.addAll(page);
      more = page.size() == size && hits.size() < limit;
      below = page.isEmpty() ? below : page.getLast().list();
    }
    return hits;
  }

  @Override
  public List<SearchHit> best(SearchQuery query, int limit) {
    List<SearchHit> ranked =
        search(query, OpenSearchQueries.ranked(query, clock.instant(), 2 * limit));
    return SearchHit.shownOnce(ranked, limit);
  }

  @Override
  public List<SearchHit> related(SearchQuery query, int limit) {
    return search(query, OpenSearchQueries.related(query, limit));
  }

  private List<SearchHit> search(SearchQuery query, ObjectNode request) {
    if (query.words().isEmpty()) {
      return List.of();
    }
    Response response = ask(request);
    if (response.isMissing()) {
      return List.of();
    }
    // A part of the hits would leave out what the next page does not have either.
    boolean whole =
        !response.body().path("timed_out").asBoolean()
            && response.body().path("_shards").path("failed").asInt() == 0;
    if (!response.isGood() || !whole) {
      LOG.warn("OpenSearch cannot search now: {}", response.error());
      throw unavailable();
    }
    List<SearchHit> hits = new ArrayList<>();
    for (JsonNode hit : response.body().path("hits").path("hits")) {
      hits.add(OpenSearchDocuments.hit(hit));
    }
    return hits;
  }

  private Response ask(ObjectNode request) {
    try {
      return cluster.call(SdkHttpMethod.POST, "/" + SERVING + "/_search", request.toString());
    } catch (IOException e) {
      LOG.warn("OpenSearch does not respond", e);
      throw unavailable();
    }
  }

  private static ApiException unavailable() {
    return new ApiException(ErrorCode.UNAVAILABLE, RETRY_AFTER_SECONDS);
  }
}
