package app.oegukmin.local.function;

import app.oegukmin.template.LambdaFunction;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;

/**
 * The instances of one function. They grow with demand; beyond the most allowed a caller waits,
 * where Lambda would throttle. The last one used is taken first, so that the others become idle.
 */
final class FunctionPool implements AutoCloseable {

  private record Idle(FunctionInstance instance, Instant since) {}

  private final PackagedFunction packaged;
  private final LambdaFunction function;
  private final InstantSource clock;
  private final Semaphore permits;
  private final Deque<Idle> idle = new ConcurrentLinkedDeque<>();
  private FunctionCode code;

  FunctionPool(PackagedFunction packaged, InstantSource clock, int most) {
    this.packaged = packaged;
    this.function = packaged.function();
    this.clock = clock;
    this.permits = new Semaphore(most, true);
  }

  byte[] invoke(byte[] event) throws FunctionError {
    permits.acquireUninterruptibly();
    try {
      return invoke(event, take());
    } finally {
      permits.release();
    }
  }

  /** Makes the first instance, unless there is one. */
  void prime() throws FunctionError {
    permits.acquireUninterruptibly();
    try {
      idle.addFirst(new Idle(take(), clock.instant()));
    } finally {
      permits.release();
    }
  }

  /** Gives up instances not used for a while; the last used one stays. */
  void shrink(Duration unused) {
    Instant before = clock.instant().minus(unused);
    for (Idle oldest = idle.pollLast(); oldest != null; oldest = idle.pollLast()) {
      if (idle.isEmpty() || !oldest.since().isBefore(before)) {
        idle.addLast(oldest);
        return;
      }
      oldest.instance().close();
    }
  }

  int idleInstances() {
    return idle.size();
  }

  private byte[] invoke(byte[] event, FunctionInstance instance) throws FunctionError {
    Duration timeout = function.limits().timeout();
    var invocation =
        new Invocation(
            function,
            UUID.randomUUID().toString(),
            clock.instant().plus(timeout),
            clock,
            packaged.log());
    try {
      byte[] answer = instance.invoke(event, invocation, timeout);
      idle.addFirst(new Idle(instance, clock.instant()));
      return answer;
    } catch (TimeoutException e) {
      instance.close();
      throw timedOut(invocation, timeout);
    } catch (InterruptedException e) {
      instance.close();
      throw FunctionInstance.interrupted();
    } catch (FunctionError e) {
      idle.addFirst(new Idle(instance, clock.instant()));
      throw e;
    }
  }

  private FunctionError timedOut(Invocation invocation, Duration timeout) {
    String message =
        "RequestId: %s Error: Task timed out after %.2f seconds"
            .formatted(invocation.requestId(), timeout.toMillis() / 1000.0);
    packaged.log().log(message);
    return new FunctionError("Sandbox.Timedout", message);
  }

  private FunctionInstance take() throws FunctionError {
    Idle free = idle.pollFirst();
    return free != null ? free.instance() : new FunctionInstance(function.logicalId(), code());
  }

  private synchronized FunctionCode code() throws FunctionError {
    if (code == null) {
      code = new FunctionCode(packaged);
    }
    return code;
  }

  @Override
  public synchronized void close() throws IOException {
    idle.forEach(free -> free.instance().close());
    if (code != null) {
      code.close();
    }
    packaged.log().close();
  }
}
