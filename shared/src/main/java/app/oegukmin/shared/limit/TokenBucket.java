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
 * Buckets of one subject in Valkey, one key {@code {tag}:limit:<name>} each: what the script {@code
 * take.lua} is asked, and what its answer means.
 */
final class TokenBucket {

  private static final Script TAKE = Script.resource(TokenBucket.class, "take.lua");

  private final Subject subject;
  private final List<Draw> draws;

  TokenBucket(Subject subject, List<Draw> draws) {
    this.subject = subject;
    this.draws = List.copyOf(draws);
  }

  Script.Invocation taking(Clock clock) {
    List<String> arguments = new ArrayList<>();
    arguments.add(Long.toString(clock.millis()));
    for (Draw draw : draws) {
      arguments.add(Long.toString(draw.full()));
      arguments.add(Long.toString(draw.bucket().gain()));
      arguments.add(Long.toString(draw.cost()));
    }
    return TAKE.on(draws.stream().map(draw -> subject.key(draw.limit())).toList(), arguments);
  }

  Decision decision(Object answer) {
    List<Long> numbers = ((List<?>) answer).stream().map(Long.class::cast).toList();
    List<Long> levels = numbers.subList(1, numbers.size());
    return numbers.getFirst() == 1 ? admitted(levels) : throttled(levels);
  }

  private Decision admitted(List<Long> levels) {
    Optional<Decision.Balance> nearest =
        IntStream.range(0, draws.size())
            .mapToObj(i -> draws.get(i).balance(levels.get(i)))
            .min(Comparator.comparingLong(Decision.Balance::remaining));
    return new Decision(Outcome.ADMITTED, nearest, 0);
  }

  private Decision throttled(List<Long> levels) {
    int longest =
        IntStream.range(0, draws.size())
            .boxed()
            .max(Comparator.comparingLong(i -> draws.get(i).secondsUntil(levels.get(i))))
            .orElseThrow();
    Draw draw = draws.get(longest);
    long level = levels.get(longest);
    return new Decision(
        Outcome.THROTTLED, Optional.of(draw.balance(level)), draw.secondsUntil(level));
  }
}
