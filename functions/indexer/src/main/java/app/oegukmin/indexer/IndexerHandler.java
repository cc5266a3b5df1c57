package app.oegukmin.indexer;

import app.oegukmin.shared.ban.BanMarker;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.event.Records;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.log.LogContext;
import app.oegukmin.shared.menu.MenuTable;
import app.oegukmin.shared.notice.DocumentTable;
import app.oegukmin.shared.notice.NoticeBodyTable;
import app.oegukmin.shared.notice.NoticeId;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.shared.notice.NoticeTextTable;
import app.oegukmin.shared.valkey.Generation;
import app.oegukmin.shared.valkey.Valkey;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Carries changes of tables to Valkey: a batch of notices or menus raises the generation of what is
 * cached of them once, a ban makes the member's next call read the bans again. Without a cache
 * endpoint there is nothing to forget. Then it carries the texts of changed notices to where they
 * are searched.
 */
public final class IndexerHandler implements RequestStreamHandler {

  private final Optional<Valkey> valkey;
  private final NoticeTexts texts;
  private final LogContext log = new LogContext();

  /** On Lambda. */
  public IndexerHandler() {
    this(System.getenv());
  }

  /** With the variables of the template. */
  public IndexerHandler(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    DynamoDbClient dynamo = Dynamo.connect(environment);
    DocumentTable documents = new DocumentTable(dynamo, environment.require("DOCUMENT_TABLE"));
    this.valkey = Valkey.of(environment, Clock.systemUTC());
    this.texts =
        new NoticeTexts(
            new NoticeBodyTable(dynamo, environment.require("NOTICE_BODY_TABLE"), documents),
            new NoticeTextTable(dynamo, environment.require("NOTICE_TEXT_TABLE")));
  }

  /**
   * Forgets and takes anew what the changes of one table made stale.
   *
   * @throws IllegalStateException when Valkey cannot be reached, so that the whole batch comes
   *     again
   */
  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    log.run(context, "aws:dynamodb", () -> handle(input, output));
  }

  private void handle(InputStream input, OutputStream output) throws IOException {
    JsonNode event = Json.MAPPER.readTree(input);
    JsonNode changes = event.path("Records");
    boolean forgotten =
        changes.isEmpty() || valkey.map(cache -> forget(changes, cache)).orElse(true);
    // A notice has a row in several lists; its text is taken once.
    Set<NoticeId> done = new HashSet<>();
    Records.changes(
        event, output, change -> notice(change).filter(done::add).ifPresent(texts::follow));
    // Last: an outage that outlasts the tries ends by itself in the cache, not in a search.
    if (!forgotten) {
      throw new IllegalStateException("Valkey cannot be reached");
    }
  }

  /** The notice whose row in a list has changed; none when the change is of another table. */
  private static Optional<NoticeId> notice(JsonNode change) {
    return NoticeId.of(change.at("/dynamodb/Keys/id/N").asLong());
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
    return changes.at("/0/dynamodb/Keys").has("date") ? MenuTable.CACHE : NoticeTable.CACHE;
  }
}
