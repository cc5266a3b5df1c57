package app.oegukmin.local.event;

import app.oegukmin.local.function.FunctionError;
import app.oegukmin.local.function.Functions;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lambda's asynchronous invocation: nobody waits for the answer, an error is tried again. */
public final class AsyncInvocations implements AutoCloseable {

  /** What Lambda waits before its two retries. */
  public static final List<Duration> RETRIES =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(2));

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
    threads.execute(() -> attempt(function, event));
  }

  /** Lets running invocations finish and drops those that wait for a retry. */
  @Override
  public void close() {
    lifetime.end(threads);
  }

  private void attempt(String function, byte[] event) {
    Iterator<Duration> pauses = retries.iterator();
    do {
      try {
        functions.invoke(function, event);
        return;
      } catch (FunctionError e) {
        if (!pauses.hasNext()) {
          LOG.error("{}: gave up an asynchronous event after {}", function, e.type());
          return;
        }
        LOG.warn("{}: an asynchronous event is tried again after {}", function, e.type());
        lifetime.pause(pauses.next());
      }
    } while (!lifetime.over());
  }
}
