package app.oegukmin.qna.view;

import app.oegukmin.qna.view.UnflushedViews.Flush;
import app.oegukmin.qna.view.UnflushedViews.Named;
import app.oegukmin.qna.view.ViewTable.Flushed;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.retry.Backoff;
import app.oegukmin.shared.retry.Retries;
import app.oegukmin.shared.valkey.Valkey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Carries views from Valkey to DynamoDB. It may die at any point, run twice at once, and repeat
 * every step: a flush has an id, under which its views are set aside in Valkey, added to DynamoDB
 * once, and only then forgotten.
 */
final class ViewFlush {

  /** What one batch read of DynamoDB takes. */
  private static final int SOME = 100;

  private static final int TRIES = 5;
  private static final Backoff CHANGED =
      Backoff.sleeping(Duration.ofMillis(10), Duration.ofMillis(100));

  private final UnflushedViews unflushed;
  private final ViewTable table;
  private final ValkeyMark mark;

  ViewFlush(Valkey valkey, ViewTable table, Metrics metrics) {
    this.unflushed = new UnflushedViews(valkey);
    this.table = table;
    this.mark = new ValkeyMark(valkey, table, metrics);
  }

  /** Flushes all questions that are named now; how many views DynamoDB has got. */
  long run() {
    mark.check();
    List<Named> named = reached(unflushed.named());
    long flushed = 0;
    for (int from = 0; from < named.size(); from += SOME) {
      flushed += flush(named.subList(from, Math.min(from + SOME, named.size())));
    }
    return flushed;
  }

  private long flush(List<Named> named) {
    List<Flush> flushes =
        reached(
            unflushed.take(
                named.stream().map(Named::question).toList(), () -> UUID.randomUUID().toString()));
    List<Flushed> found = table.find(flushes.stream().map(Flush::question).toList());
    flushes.forEach(flush -> add(flush, of(flush, found)));
    unflushed.done(flushes, named);
    return flushes.stream().mapToLong(Flush::count).sum();
  }

  private static Optional<Flushed> of(Flush flush, List<Flushed> found) {
    return found.stream()
        .filter(row -> row.key().equals(ViewTable.name(flush.question())))
        .findFirst();
  }

  private void add(Flush flush, Optional<Flushed> found) {
    Retries retries = CHANGED.tries(TRIES);
    Optional<Flushed> current = found;
    while (!table.add(flush, current)) {
      if (!retries.pause()) {
        throw new IllegalStateException("The views of a question change at every try to add some");
      }
      current = table.find(List.of(flush.question())).stream().findFirst();
    }
  }

  private static <T> T reached(Optional<T> response) {
    return response.orElseThrow(() -> new IllegalStateException("Valkey cannot be reached"));
  }
}
