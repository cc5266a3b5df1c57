package app.oegukmin.shared.limit;

import app.oegukmin.shared.limit.Decision.Outcome;
import app.oegukmin.shared.valkey.Script;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Buckets of one subject in Valkey, one key {@code {tag}:limit:<name>} each: the keys and arguments
 * of the function {@code take} in {@code take.lua}, and the meaning of its result.
 */
public final class TokenBucket {

  private static final Script TAKE = scriptThat("return take(KEYS, ARGV)");

  private final Subject subject;
  private final List<Take> takes;

  TokenBucket(Subject subject, List<Take> takes) {
    this.subject = subject;
    this.takes = List.copyOf(takes);
  }

  /** The buckets of these limits for a subject; one token is to be taken from each. */
  public static TokenBucket of(Subject subject, List<Limit> limits) {
    return new TokenBucket(
        subject, limits.stream().map(limit -> Take.of(subject, limit, 1)).toList());
  }

  /**
   * A script that may call {@code take(keys, arguments)}, after a check of its own for instance.
   */
  public static Script scriptThat(String lua) {
    return Script.of(Script.resource(TokenBucket.class, "take.lua").text() + lua);
  }

  Script.Invocation taking(Clock clock) {
    return TAKE.on(keys(), arguments(clock));
  }

  /** The keys for {@code take}. */
  public List<String> keys() {
    return takes.stream().map(take -> subject.key(take.limit())).toList();
  }

  /** The arguments for {@code take}, the time of a clock first. */
  public List<String> arguments(Clock clock) {
    List<String> arguments = new ArrayList<>();
    arguments.add(Long.toString(clock.millis()));
    for (Take take : takes) {
      arguments.add(Long.toString(take.full()));
      arguments.add(Long.toString(take.bucket().gain()));
      arguments.add(Long.toString(take.cost()));
    }
    return arguments;
  }

  /** The meaning of a result of {@code take}. */
  public Decision decision(Object answer) {
    List<Long> numbers = ((List<?>) answer).stream().map(Long.class::cast).toList();
    List<Long> levels = numbers.subList(1, numbers.size());
    return numbers.getFirst() == 1 ? admitted(levels) : throttled(levels);
  }

  private Decision admitted(List<Long> levels) {
    Optional<Decision.Balance> nearest =
        IntStream.range(0, takes.size())
            .mapToObj(i -> takes.get(i).balance(levels.get(i)))
            .min(Comparator.comparingLong(Decision.Balance::remaining));
    return new Decision(Outcome.ADMITTED, nearest, 0);
  }

  private Decision throttled(List<Long> levels) {
    int longest =
        IntStream.range(0, takes.size())
            .boxed()
            .max(Comparator.comparingLong(i -> takes.get(i).secondsUntil(levels.get(i))))
            .orElseThrow();
    Take take = takes.get(longest);
    long level = levels.get(longest);
    return new Decision(
        Outcome.THROTTLED, Optional.of(take.balance(level)), take.secondsUntil(level));
  }
}
