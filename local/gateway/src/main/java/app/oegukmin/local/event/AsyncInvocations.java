package app.oegukmin.local.event;

import app.oegukmin.local.function.FunctionError;
import app.oegukmin.local.function.Functions;
import app.oegukmin.local.function.TooManyRequestsException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lambda's asynchronous invocation: nobody waits for the response. An error is tried again twice;
 * what was throttled is tried again for six hours.
 */
public final class AsyncInvocations implements AutoCloseable {

  /** What Lambda waits before its two retries. */
  public static final List<Duration> RETRIES =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(2));

  /** Lambda's pauses after throttles: 1 s, doubled up to 5 minutes, for 6 hours. */
  private static final List<Duration> THROTTLES =
      Stream.concat(
              Stream.iterate(Duration.ofSeconds(1), pause -> pause.multipliedBy(2)).limit(9),
              Stream.generate(() -> Duration.ofMinutes(5)).limit(70))
          .toList();

  private static final Logger LOG = LoggerFactory.getLogger(AsyncInvocations.class);

  private final Functions functions;
  private final List<Duration> retries;
  private final Lifetime lifetime = new Lifetime();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Invocations with a pause before each retry. */
  public AsyncInvocations(Functions functions, List<Duration> retries) {
    this.functions = functions;
    this.retries = List.copyOf(retries);
  }

  /** Invokes a function soon; after the last retry the event is dropped and the log says so. */
  public void invoke(String function, byte[] event) {
    threads.execute(() -> run(function, event));
  }

  /** Lets running invocations finish and drops those that wait for a retry. */
  @Override
  public void close() {
    lifetime.end(threads);
  }

  private void run(String function, byte[] event) {
    Iterator<Duration> errors = retries.iterator();
    Iterator<Duration> throttles = THROTTLES.iterator();
    boolean again;
    do {
      try {
        functions.invoke(function, event);
        return;
      } catch (FunctionError e) {
        again = pause(function, e.type(), errors);
      } catch (TooManyRequestsException e) {
        again = pause(function, e.getMessage(), throttles);
      }
    } while (again && !lifetime.over());
  }

  /** Waits before the next attempt; false when there is none. */
  private boolean pause(String function, String reason, Iterator<Duration> pauses) {
    if (!pauses.hasNext()) {
      LOG.error("{}: gave up an asynchronous event after {}", function, reason);
      return false;
    }
    LOG.warn("{}: an asynchronous event is tried again after {}", function, reason);
    lifetime.pause(pauses.next());
    return true;
  }
}
