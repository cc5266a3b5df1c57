package app.oegukmin.shared.limit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The result of checking a call against its limits. It travels from the authorizer to the function
 * in the context, where every value is text (aws §1.1).
 *
 * @param balance of the limit that is nearest to its end; empty when nothing was counted
 * @param retryAfter seconds to wait after a refusal, rounded up
 */
public record Decision(Outcome outcome, Optional<Balance> balance, long retryAfter) {

  private static final long OUTAGE_SECONDS = 5;

  /** Nothing limits this caller, or nothing could be counted. */
  public static final Decision UNLIMITED = new Decision(Outcome.ADMITTED, Optional.empty(), 0);

  /** Calls that cost money are refused until Valkey can be reached again. */
  public static final Decision CLOSED =
      new Decision(Outcome.CLOSED, Optional.empty(), OUTAGE_SECONDS);

  /** Whether a call may go on. */
  public enum Outcome {
    /** It may. */
    ADMITTED,
    /** A bucket is empty: 429. */
    THROTTLED,
    /** Valkey cannot be asked: 503. */
    CLOSED
  }

  /**
   * How a limit stands.
   *
   * @param limit tokens when full
   * @param remaining whole tokens left
   * @param reset seconds until it is full, rounded up
   */
  public record Balance(long limit, long remaining, long reset) {}

  /** The entries of the authorizer's context. */
  public Map<String, String> context() {
    Map<String, String> context = new HashMap<>();
    balance.ifPresent(
        it -> {
          context.put("limit", Long.toString(it.limit()));
          context.put("remaining", Long.toString(it.remaining()));
          context.put("reset", Long.toString(it.reset()));
        });
    if (outcome != Outcome.ADMITTED) {
      context.put(outcome == Outcome.THROTTLED ? "throttled" : "closed", "true");
      context.put("retryAfter", Long.toString(retryAfter));
    }
    return context;
  }

  /** The decision in a context, {@link #UNLIMITED} when there is none. */
  public static Decision of(Function<String, Optional<String>> context) {
    Optional<Balance> balance =
        context.apply("limit").map(limit -> balance(Long.parseLong(limit), context));
    if (context.apply("closed").isPresent()) {
      return new Decision(Outcome.CLOSED, balance, number("retryAfter", context));
    }
    return context.apply("throttled").isPresent()
        ? new Decision(Outcome.THROTTLED, balance, number("retryAfter", context))
        : new Decision(Outcome.ADMITTED, balance, 0);
  }

  private static Balance balance(long limit, Function<String, Optional<String>> context) {
    return new Balance(limit, number("remaining", context), number("reset", context));
  }

  private static long number(String key, Function<String, Optional<String>> context) {
    return Long.parseLong(context.apply(key).orElse("0"));
  }
}
