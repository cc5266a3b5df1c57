package app.oegukmin.indexer;

import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.valkey.Generation;
import app.oegukmin.shared.valkey.Valkey;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Carries changes of the notice table to the cache: a batch of changes raises the generation of the
 * cached lists once. Without a cache endpoint there is nothing to forget.
 */
public final class IndexerHandler implements RequestStreamHandler {

  // The name that the notice function's cache gives its generation.
  private static final String NOTICES = "notice";

  private final Optional<Generation> generation;

  /** On Lambda. */
  public IndexerHandler() {
    this(System.getenv());
  }

  /** With the variables of the template. */
  public IndexerHandler(Map<String, String> variables) {
    generation =
        Valkey.of(new Environment(variables), Clock.systemUTC())
            .map(valkey -> new Generation(valkey, NOTICES));
  }

  /**
   * Raises the generation.
   *
   * @throws IllegalStateException when Valkey cannot be reached, so that the whole batch comes
   *     again
   */
  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode changes = Json.MAPPER.readTree(input).path("Records");
    if (!changes.isEmpty() && generation.isPresent() && !generation.get().raise()) {
      throw new IllegalStateException("Valkey cannot be reached");
    }
    output.write("{\"batchItemFailures\":[]}".getBytes(StandardCharsets.UTF_8));
  }
}
