package app.oegukmin.local.run;

import app.oegukmin.local.function.FunctionError;
import app.oegukmin.local.function.Functions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Has the search index made anew, as {@code scripts/reindex.sh} does on AWS. */
record Reindexing(Functions functions, InstantSource clock) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final byte[] ORDER = "{\"seconds\": 5}".getBytes(StandardCharsets.UTF_8);

  /** Goes on until the new index serves, and tells of each run. */
  void run(Consumer<String> tell) {
    try {
      Instant start = clock.instant();
      JsonNode progress = JSON.readTree(functions.invoke("ReindexFunction", ORDER));
      while (progress.path("state").textValue().equals("going")) {
        tell.accept(line(progress, start));
        progress = JSON.readTree(functions.invoke("ReindexFunction", ORDER));
      }
      boolean done = progress.path("state").textValue().equals("done");
      tell.accept(done ? line(progress, start) : "Another run is under way.");
    } catch (FunctionError e) {
      tell.accept("It failed, and goes on from here when it is run again: " + e.getMessage());
    } catch (IOException e) {
      throw new IllegalStateException("ReindexFunction responds without JSON", e);
    }
  }

  private String line(JsonNode progress, Instant start) {
    long documents = progress.path("documents").asLong();
    long total = progress.path("total").asLong();
    long millis = Math.max(1, Duration.between(start, clock.instant()).toMillis());
    long rate = Math.max(1, documents * 1_000 / millis);
    return "%d of %d documents, %d a second, %d s left"
        .formatted(documents, total, rate, (total - documents) / rate);
  }
}
