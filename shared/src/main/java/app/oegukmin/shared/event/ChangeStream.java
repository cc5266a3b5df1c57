package app.oegukmin.shared.event;

import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.event.ChangeBatch.ChangeHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The streams of the tables that a function listens to. A record goes to the handler of its table,
 * whose name stands in the record's {@code eventSourceARN}; the shape of its keys says nothing.
 *
 * <pre>{@code
 * ChangeStream changes =
 *     ChangeStream.of(environment)
 *         .on("ARTICLE_TABLE", this::article)
 *         .onBatch("MENU_TABLE", this::menus);
 * }</pre>
 *
 * <p>Safe for use by many threads once every handler is set.
 */
public final class ChangeStream {

  private final Environment environment;
  private final Map<String, BatchHandler> handlers = new HashMap<>();

  private ChangeStream(Environment environment) {
    this.environment = environment;
  }

  /** Handles the changes of a batch together; whatever it throws makes all of them come again. */
  @FunctionalInterface
  public interface BatchHandler {
    /** Handles a batch, parts of which may have been delivered before. */
    void handle(ChangeBatch batch);
  }

  /** Without a table yet. */
  public static ChangeStream of(Environment environment) {
    return new ChangeStream(environment);
  }

  /**
   * Handles the changes of a table one by one, in order up to the first that fails.
   *
   * @param variable names the table: an environment variable that holds its physical name
   */
  public ChangeStream on(String variable, ChangeHandler handler) {
    return onBatch(variable, batch -> batch.each(handler));
  }

  /** Handles the changes of a table a batch at a time. */
  public ChangeStream onBatch(String variable, BatchHandler handler) {
    handlers.put(environment.require(variable), handler);
    return this;
  }

  /**
   * Handles an event.
   *
   * @return which change failed, if one did; Lambda reads it because of ReportBatchItemFailures
   * @throws IllegalArgumentException when a record is of a table without a handler; none is handled
   *     then
   */
  public StreamsEventResponse handle(DynamodbEvent event) {
    List<Change> changes =
        Objects.requireNonNull(event.getRecords(), "Not an event of a stream").stream()
            .map(Change::new)
            .toList();
    List<String> tables = changes.stream().map(Change::table).distinct().toList();
    ChangeBatch batch = new ChangeBatch(changes);
    if (!tables.isEmpty()) {
      handler(tables).handle(batch);
    }
    return batch.response();
  }

  private BatchHandler handler(List<String> tables) {
    tables.forEach(this::requireKnown);
    if (tables.size() > 1) {
      throw new IllegalArgumentException("An event of several tables: " + tables);
    }
    return handlers.get(tables.getFirst());
  }

  private void requireKnown(String table) {
    if (!handlers.containsKey(table)) {
      throw new IllegalArgumentException("Nothing here handles changes of table " + table);
    }
  }
}
