package app.oegukmin.indexer;

import app.oegukmin.shared.ban.BanMarker;
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
import java.util.Set;
import java.util.TreeSet;

/**
 * Carries changes of tables to Valkey: a batch of notices or menus raises the generation of what is
 * cached of them once, a ban makes the member's next call read the bans again. Without a cache
 * endpoint there is nothing to forget.
 */
public final class IndexerHandler implements RequestStreamHandler {

  // The names that the caches of the notice and the menu function give their generations.
  private static final String NOTICES = "notice";
  private static final String MENUS = "menu";

  private final Optional<Valkey> valkey;

  /** On Lambda. */
  public IndexerHandler() {
    this(System.getenv());
  }

  /** With the variables of the template. */
  public IndexerHandler(Map<String, String> variables) {
    valkey = Valkey.of(new Environment(variables), Clock.systemUTC());
  }

  /**
   * Forgets what the changes of one table made stale.
   *
   * @throws IllegalStateException when Valkey cannot be reached, so that the whole batch comes
   *     again
   */
  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode changes = Json.MAPPER.readTree(input).path("Records");
    if (!changes.isEmpty() && valkey.isPresent() && !forget(changes, valkey.get())) {
      throw new IllegalStateException("Valkey cannot be reached");
    }
    output.write("{\"batchItemFailures\":[]}".getBytes(StandardCharsets.UTF_8));
  }

  private static boolean forget(JsonNode changes, Valkey valkey) {
    Set<String> members = banned(changes);
    if (members.isEmpty()) {
      return new Generation(valkey, cache(changes)).raise();
    }
    BanMarker marker = new BanMarker(valkey);
    return members.stream().allMatch(marker::forget);
  }

  /** Whose bans have changed; nobody's when the changes are of another table. */
  private static Set<String> banned(JsonNode changes) {
    Set<String> members = new TreeSet<>();
    for (JsonNode change : changes) {
      JsonNode member = change.at("/dynamodb/Keys/member/S");
      if (member.isTextual()) {
        members.add(member.asText());
      }
    }
    return members;
  }

  // A batch is of one stream, hence of one table; only the menu table has days for keys.
  private static String cache(JsonNode changes) {
    return changes.at("/0/dynamodb/Keys").has("date") ? MENUS : NOTICES;
  }
}
