package app.oegukmin.local.function;

import app.oegukmin.template.LambdaFunction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * How many executions run at once: a function with a reservation has so many of its own, all others
 * share what is left of the account's.
 */
final class Concurrency {

  /** What Lambda demands to be left without a reservation. */
  private static final int UNRESERVED = 100;

  private final Semaphore unreserved;
  private final Map<String, Semaphore> reserved = new HashMap<>();

  /**
   * The executions of an account.
   *
   * @throws IllegalArgumentException when the functions reserve more than Lambda lets them
   */
  Concurrency(int account, List<LambdaFunction> functions) {
    int left = account;
    for (LambdaFunction function : functions) {
      var reservation = function.limits().reservedConcurrency();
      if (reservation.isPresent()) {
        left -= reservation.getAsInt();
        reserved.put(function.logicalId(), new Semaphore(reservation.getAsInt()));
      }
    }
    if (left < Math.min(account, UNRESERVED)) {
      throw new IllegalArgumentException(
          "Reserved executions leave %d of the account's %d; Lambda demands %d."
              .formatted(left, account, Math.min(account, UNRESERVED)));
    }
    this.unreserved = new Semaphore(left);
  }

  /**
   * Begins an execution of a function.
   *
   * @return what is released when it ends
   * @throws TooManyRequestsException when as many run as may
   */
  Semaphore begin(String logicalId) {
    Semaphore executions = reserved.getOrDefault(logicalId, unreserved);
    if (!executions.tryAcquire()) {
      throw new TooManyRequestsException(
          executions == unreserved
              ? "ConcurrentInvocationLimitExceeded"
              : "ReservedFunctionConcurrentInvocationLimitExceeded");
    }
    return executions;
  }
}
