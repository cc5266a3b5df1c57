package app.oegukmin.qna.view;

import app.oegukmin.qna.view.ViewTable.Flushed;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.valkey.Valkey;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Members and guests who look at questions, and a flusher. */
final class Audience implements AutoCloseable {

  final FakeClock clock = new FakeClock(Instant.parse("2056-11-29T01:30:00Z"));
  final Valkey valkey;
  final UnflushedViews unflushed;
  final ViewTable table;

  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  final Views views;

  Audience(Stack stack, String endpoint) {
    this.valkey = new Valkey(endpoint, false, clock);
    this.unflushed = new UnflushedViews(valkey);
    this.table = new ViewTable(stack.dynamodb(), stack.table("ViewTable"), clock);
    this.views = new Views(table, Optional.of(valkey), new SecureRandom(), clock);
  }

  /** A member looks at a question, and sees how many have. */
  long member(String uid, long question) {
    return views.count(question, Optional.of(uid), "203.0.113.1", flushed(question));
  }

  /** A guest looks at a question, and sees how many have. */
  long guest(String address, long question) {
    return views.count(question, Optional.empty(), address, flushed(question));
  }

  /** What everybody sees, without a view. */
  long shown(long question) {
    Optional<Flushed> flushed = flushed(question);
    return stored(question)
        + unflushed
            .of(question)
            .map(found -> found.beyond(flushed.flatMap(Flushed::lastFlush)))
            .orElse(0L);
  }

  /** What DynamoDB has. */
  Optional<Flushed> flushed(long question) {
    return table.find(List.of(question)).stream().findFirst();
  }

  /** What DynamoDB has, as a number. */
  long stored(long question) {
    return flushed(question).map(Flushed::count).orElse(0L);
  }

  ViewFlush flusher() {
    PrintStream out = new PrintStream(lines, true, StandardCharsets.UTF_8);
    return new ViewFlush(valkey, table, new Metrics("qna", clock, out));
  }

  /** How often a loss was told. */
  long losses() {
    return lines
        .toString(StandardCharsets.UTF_8)
        .lines()
        .filter(l -> l.contains("ViewsLost"))
        .count();
  }

  @Override
  public void close() {
    valkey.close();
  }
}
