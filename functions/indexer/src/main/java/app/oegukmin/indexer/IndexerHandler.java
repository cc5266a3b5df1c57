package app.oegukmin.indexer;

import app.oegukmin.shared.ban.BanCache;
import app.oegukmin.shared.ban.BanKey;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.event.ChangeBatch;
import app.oegukmin.shared.event.ChangeStream;
import app.oegukmin.shared.log.LogContext;
import app.oegukmin.shared.menu.MenuTable;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.shared.post.AnswerKey;
import app.oegukmin.shared.post.PostCaches;
import app.oegukmin.shared.valkey.Generation;
import app.oegukmin.shared.valkey.Valkey;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Carries changes of tables to Valkey: a batch of notices, menus or posts raises the generation of
 * its caches once; a ban deletes the copy of the member's bans; a chat message wakes who waits for
 * it. Without a cache endpoint there is nothing to do. A batch throws an {@link
 * IllegalStateException} when Valkey cannot be reached, so that all of it is delivered again.
 */
public final class IndexerHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {

  private final Optional<Valkey> valkey;
  private final MessageWakes wakes;
  private final ChangeStream changes;
  private final LogContext log = new LogContext();

  /** On Lambda. */
  public IndexerHandler() {
    this(System.getenv());
  }

  /** With the variables of the template. */
  public IndexerHandler(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    DynamoDbClient dynamo = Dynamo.connect(environment);
    this.valkey = Valkey.of(environment, Clock.systemUTC());
    this.wakes = new MessageWakes(dynamo, environment.require("ROOM_TABLE"));
    this.changes =
        ChangeStream.of(environment)
            .onBatch("NOTICE_TABLE", batch -> requireReached(raise(NoticeTable.CACHE)))
            .onBatch("MENU_TABLE", batch -> requireReached(raise(MenuTable.CACHE)))
            .onBatch("QUESTION_TABLE", batch -> requireReached(raise(PostCaches.QUESTIONS)))
            .onBatch("ANSWER_TABLE", this::answers)
            .onBatch("FAQ_TABLE", batch -> requireReached(raise(PostCaches.FAQ)))
            .onBatch("HELP_TABLE", batch -> requireReached(raise(PostCaches.HELP)))
            .onBatch("MESSAGE_TABLE", batch -> requireReached(wake(batch)))
            .onBatch("BAN_TABLE", batch -> requireReached(forget(batch)));
  }

  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    return log.call(context, "aws:dynamodb", () -> changes.handle(event));
  }

  private void answers(ChangeBatch batch) {
    String[] caches =
        batch.changes().stream()
            .flatMap(change -> change.key(AnswerKey.SCHEMA).question().stream())
            .distinct()
            .map(PostCaches::answers)
            .toArray(String[]::new);
    requireReached(raise(caches));
  }

  private boolean raise(String... caches) {
    return valkey.map(server -> Generation.raise(server, caches)).orElse(true);
  }

  private boolean wake(ChangeBatch messages) {
    return valkey.map(server -> wakes.wake(messages, server)).orElse(true);
  }

  private boolean forget(ChangeBatch bans) {
    Optional<BanCache> cache = valkey.map(BanCache::new);
    return bans.changes().stream()
        .map(change -> change.key(BanKey.SCHEMA).member())
        .distinct()
        .allMatch(member -> cache.map(copy -> copy.forget(member)).orElse(true));
  }

  private static void requireReached(boolean reached) {
    if (!reached) {
      throw new IllegalStateException("Valkey cannot be reached");
    }
  }
}
