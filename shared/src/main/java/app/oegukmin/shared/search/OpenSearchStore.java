package app.oegukmin.shared.search;

import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.search.OpenSearchCluster.Response;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * An index of OpenSearch's. A writer takes the lease in the table of {@link CommitTable}, and the
 * number that it gets is the version of all that it writes: OpenSearch refuses a lower one, so that
 * whoever comes late, or comes again, changes nothing. Indices are called {@code documents-<epoch
 * second>}; {@code documents} is the one that serves.
 */
final class OpenSearchStore implements IndexStore {

  private static final Logger LOG = LoggerFactory.getLogger(OpenSearchStore.class);
  private static final String ENGINE = "opensearch-";
  private static final String FIRST = OpenSearchIndex.SERVING + "-0";

  // Longer than the function's timeout: who has it and lives is not overtaken.
  private static final Duration LEASE = Duration.ofSeconds(70);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  // The smallest machines of the service take 10 MB at once.
  private static final int MOST_AT_ONCE = 2_000_000;

  private final OpenSearchCluster cluster;
  private final CommitTable commits;
  private final Analysis analysis;

  OpenSearchStore(OpenSearchCluster cluster, CommitTable commits, Analysis analysis) {
    this.cluster = cluster;
    this.commits = commits;
    this.analysis = analysis;
  }

  /** The index that the environment names, by {@code INDEX_TABLE} and {@code OPENSEARCH_URL}. */
  static OpenSearchStore of(Environment environment, DynamoDbClient client, Clock clock) {
    return new OpenSearchStore(
        OpenSearchCluster.of(environment, PATIENCE),
        new CommitTable(client, environment.require("INDEX_TABLE"), ENGINE, clock),
        Analysis.shipped());
  }

  CommitTable commits() {
    return commits;
  }

  @Override
  public boolean apply(Supplier<List<IndexChange>> changes) throws IOException {
    Optional<Commit> taken = commits.acquire(LEASE);
    if (taken.isEmpty()) {
      return false;
    }
    try {
      List<IndexChange> some = changes.get();
      if (!serves()) {
        create(FIRST, true);
      }
      // It waits until searches find them.
      String target = OpenSearchIndex.SERVING + "/_bulk?require_alias=true&refresh=wait_for";
      write(target, some, taken.get().number());
      commits.rebuilds().note(some);
    } finally {
      commits.release(taken.get());
    }
    return true;
  }

  @Override
  public Optional<IndexRebuild> rebuild(Path folder, Duration lease) throws IOException {
    Optional<Rebuild> taken = commits.rebuilds().acquire(analysis.hash(), lease);
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    OpenSearchRebuild rebuild = new OpenSearchRebuild(this, lease, taken.get());
    create(rebuild.name(), false);
    return Optional.of(rebuild);
  }

  /** OpenSearch merges by itself: the age does not matter. */
  @Override
  public boolean needsRebuild(Instant before) {
    return commits.needsRebuild(analysis.hash(), Instant.EPOCH);
  }

  /** Deletes the indices that are older than the one that serves. */
  @Override
  public void sweep(Instant before) throws IOException {
    Map<String, JsonNode> indices = new TreeMap<>();
    for (Map.Entry<String, JsonNode> index :
        good(cluster.call(SdkHttpMethod.GET, "/_alias")).body().properties()) {
      if (index.getKey().matches(OpenSearchIndex.SERVING + "-\\d+")) {
        indices.put(index.getKey(), index.getValue().path("aliases"));
      }
    }
    long serving =
        indices.keySet().stream()
            .filter(index -> indices.get(index).has(OpenSearchIndex.SERVING))
            .mapToLong(OpenSearchStore::second)
            .max()
            .orElse(0);
    for (String index : indices.keySet()) {
      if (second(index) < serving) {
        good(cluster.call(SdkHttpMethod.DELETE, "/" + index));
      }
    }
  }

  private static long second(String index) {
    return Long.parseLong(index.substring(index.lastIndexOf('-') + 1));
  }

  boolean serves() throws IOException {
    Response response = cluster.call(SdkHttpMethod.HEAD, "/" + OpenSearchIndex.SERVING);
    return !response.isMissing() && good(response).isGood();
  }

  private void create(String name, boolean serves) throws IOException {
    ObjectNode index = OpenSearchDocuments.index(analysis);
    if (serves) {
      index.putObject("aliases").putObject(OpenSearchIndex.SERVING);
    }
    Response response = cluster.call(SdkHttpMethod.PUT, "/" + name, index.toString());
    if (!response.error().endsWith("resource_already_exists_exception")) {
      good(response);
    }
  }

  /** Writes into an index that does not serve yet. */
  void add(String name, List<IndexChange> changes, long version) throws IOException {
    write(name + "/_bulk", changes, version);
  }

  /** Lets searches find all of an index, and gives it the name of the one that serves. */
  void serve(String name) throws IOException {
    good(cluster.call(SdkHttpMethod.POST, "/" + name + "/_refresh"));
    ObjectNode request = Json.MAPPER.createObjectNode();
    var actions = request.putArray("actions");
    if (serves()) {
      actions
          .addObject()
          .putObject("remove")
          .put("index", OpenSearchIndex.SERVING + "-*")
          .put("alias", OpenSearchIndex.SERVING);
    }
    actions.addObject().putObject("add").put("index", name).put("alias", OpenSearchIndex.SERVING);
    good(cluster.call(SdkHttpMethod.POST, "/_aliases", request.toString()));
  }

  private void write(String target, List<IndexChange> changes, long version) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (IndexChange change : changes) {
      lines.append(OpenSearchDocuments.lines(change, version));
      if (lines.length() > MOST_AT_ONCE) {
        send(target, lines.toString());
        lines.setLength(0);
      }
    }
    if (!lines.isEmpty()) {
      send(target, lines.toString());
    }
  }

  private void send(String target, String lines) throws IOException {
    Response response = good(cluster.call(SdkHttpMethod.POST, "/" + target, lines));
    for (JsonNode item : response.body().path("items")) {
      for (JsonNode result : item) {
        check(result);
      }
    }
  }

  private static void check(JsonNode result) throws IOException {
    String error = result.path("error").path("type").asText();
    // There is the same, or something newer.
    if (error.isEmpty() || error.equals("version_conflict_engine_exception")) {
      return;
    }
    if (result.path("status").asInt() != 400) {
      throw new IOException("OpenSearch does not write now: " + error);
    }
    // One that it refuses must not hold up all others.
    LOG.error("{} cannot be indexed: {}", result.path("_id").asText(), error);
  }

  private static Response good(Response response) throws IOException {
    if (!response.isGood()) {
      throw new IOException("OpenSearch refuses: " + response.error());
    }
    return response;
  }
}
