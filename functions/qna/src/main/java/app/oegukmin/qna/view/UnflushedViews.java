package app.oegukmin.qna.view;

import app.oegukmin.shared.valkey.Script;
import app.oegukmin.shared.valkey.Valkey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import redis.clients.jedis.resps.Tuple;

/**
 * The views in Valkey that DynamoDB does not have yet.
 *
 * <pre>
 *   {q:7}:seen:mAbC…   ""                                          an hour
 *   {q:7}:views        new 3, flush "f1", count 2, done "0"         a week
 *   {views}:questions  sorted set: question → how often it was named
 * </pre>
 *
 * <p>A flush moves {@code new} to {@code count} under its id; the numbers stay until DynamoDB has
 * them, and the id stays after that, so that a reader can tell whether it has read them already. A
 * question is named after its view is counted, and struck off only if nobody has named it since: no
 * view is forgotten in between. All keys of a question lie in one slot, the set in another.
 */
final class UnflushedViews {

  /** How long a viewer counts once. */
  static final Duration ONCE = Duration.ofHours(1);

  private static final String LIFETIME = Long.toString(Duration.ofDays(7).toSeconds());
  private static final String QUESTIONS = "{views}:questions";

  private static final Script COUNT =
      Script.of(
          """
          if redis.call('SET', KEYS[2], '', 'NX', 'PX', ARGV[1]) then
            redis.call('HINCRBY', KEYS[1], 'new', 1)
            redis.call('EXPIRE', KEYS[1], ARGV[2])
          end
          return redis.call('HMGET', KEYS[1], 'new', 'flush', 'count')
          """);

  private static final Script NAME =
      Script.of(
          """
          redis.call('ZINCRBY', KEYS[1], 1, ARGV[1])
          redis.call('EXPIRE', KEYS[1], ARGV[2])
          return 1
          """);

  private static final Script TAKE =
      Script.of(
          """
          local begun = redis.call('HGET', KEYS[1], 'done') == '0'
          if not begun then
            local new = redis.call('HGET', KEYS[1], 'new')
            if not new or new == '0' then return {} end
            redis.call('HSET', KEYS[1], 'new', 0, 'flush', ARGV[1], 'count', new, 'done', '0')
            redis.call('EXPIRE', KEYS[1], ARGV[2])
          end
          local flush = redis.call('HMGET', KEYS[1], 'flush', 'count')
          return {flush[1], flush[2], begun and '1' or '0'}
          """);

  private static final Script DONE =
      Script.of(
          """
          if redis.call('HGET', KEYS[1], 'flush') ~= ARGV[1] then return 0 end
          return redis.call('HSET', KEYS[1], 'done', '1')
          """);

  private static final Script STRIKE =
      Script.of(
          """
          local times = redis.call('ZSCORE', KEYS[1], ARGV[1])
          if not times or tonumber(times) ~= tonumber(ARGV[2]) then return 0 end
          return redis.call('ZREM', KEYS[1], ARGV[1])
          """);

  private final Valkey valkey;

  UnflushedViews(Valkey valkey) {
    this.valkey = valkey;
  }

  /**
   * What Valkey has of a question's views.
   *
   * @param fresh not in any flush
   * @param flush the newest flush, if there was one
   * @param count the views in it
   */
  record Unflushed(long fresh, Optional<String> flush, long count) {

    /** What is to be added to the views that DynamoDB has. */
    long beyond(Optional<String> lastFlush) {
      return fresh + (flush.equals(lastFlush) ? 0 : count);
    }
  }

  /** A question that was named, and how often. */
  record Named(long question, double times) {}

  /**
   * Views on their way to DynamoDB.
   *
   * @param begun before: there may be more views than it has
   */
  record Flush(long question, String id, long count, boolean begun) {}

  /** Counts a view once an hour for each viewer; empty when Valkey cannot be reached. */
  Optional<Unflushed> count(long question, Viewer viewer) {
    List<String> keys = List.of(key(question), "{q:" + question + "}:seen:" + viewer.key());
    return valkey
        .run(
            COUNT.on(keys, List.of(Long.toString(ONCE.toMillis()), LIFETIME)),
            NAME.on(List.of(QUESTIONS), List.of(Long.toString(question), LIFETIME)))
        .map(responses -> unflushed(texts(responses.getFirst())));
  }

  /** Whether the last {@link #count} may have counted although it came back empty. */
  boolean mayHaveCounted() {
    return valkey.mayHaveRun();
  }

  /** What Valkey has of a question, without a view of it; empty when it cannot be reached. */
  Optional<Unflushed> of(long question) {
    return valkey
        .ask(connection -> connection.hmget(key(question), "new", "flush", "count"))
        .map(UnflushedViews::unflushed);
  }

  /** The questions that have views to flush; empty when Valkey cannot be reached. */
  Optional<List<Named>> named() {
    return valkey
        .ask(connection -> connection.zrangeWithScores(QUESTIONS, 0, -1))
        .map(found -> found.stream().map(UnflushedViews::named).toList());
  }

  /**
   * The flushes of some questions: the one that was begun and not done, else a new one of all
   * views; none where there are no views. Empty when Valkey cannot be reached.
   */
  Optional<List<Flush>> take(List<Long> questions, Supplier<String> ids) {
    Script.Invocation[] scripts =
        questions.stream()
            .map(question -> TAKE.on(List.of(key(question)), List.of(ids.get(), LIFETIME)))
            .toArray(Script.Invocation[]::new);
    return valkey
        .run(scripts)
        .map(
            responses ->
                IntStream.range(0, scripts.length)
                    .mapToObj(i -> flush(questions.get(i), texts(responses.get(i))))
                    .flatMap(Optional::stream)
                    .toList());
  }

  /**
   * Notes that DynamoDB has some flushes, and strikes off those of the questions that have no other
   * views and that nobody has named since.
   */
  void done(List<Flush> flushes, List<Named> named) {
    Set<Long> more =
        flushes.stream().filter(Flush::begun).map(Flush::question).collect(Collectors.toSet());
    Stream<Script.Invocation> ends =
        flushes.stream().map(flush -> DONE.on(List.of(key(flush.question())), List.of(flush.id())));
    Stream<Script.Invocation> strikes =
        named.stream()
            .filter(one -> !more.contains(one.question()))
            .map(
                one ->
                    STRIKE.on(
                        List.of(QUESTIONS),
                        List.of(Long.toString(one.question()), Double.toString(one.times()))));
    valkey.run(Stream.concat(ends, strikes).toArray(Script.Invocation[]::new));
  }

  private static String key(long question) {
    return "{q:" + question + "}:views";
  }

  @SuppressWarnings("unchecked")
  private static List<String> texts(Object response) {
    return (List<String>) response;
  }

  private static Unflushed unflushed(List<String> fields) {
    return new Unflushed(
        number(fields.get(0)), Optional.ofNullable(fields.get(1)), number(fields.get(2)));
  }

  private static Optional<Flush> flush(long question, List<String> fields) {
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Flush(question, fields.get(0), number(fields.get(1)), fields.get(2).equals("1")));
  }

  private static Named named(Tuple entry) {
    return new Named(Long.parseLong(entry.getElement()), entry.getScore());
  }

  private static long number(String text) {
    return text == null ? 0 : Long.parseLong(text);
  }
}
