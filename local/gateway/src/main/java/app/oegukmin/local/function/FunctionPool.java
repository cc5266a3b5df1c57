package app.oegukmin.local.function;

import app.oegukmin.template.LambdaFunction;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The instances of one function: a call takes an idle one, the last used first, so that the others
 * can end; where there is none, it makes one.
 */
final class FunctionPool implements AutoCloseable {

  private static final Duration LOOK = Duration.ofMillis(5);

  private record Idle(FunctionInstance instance, Instant since) {}

  private final PackagedFunction packaged;
  private final LambdaFunction function;
  private final InstantSource clock;
  private final Room room;
  private final BlockingDeque<Idle> idle = new LinkedBlockingDeque<>();
  private final AtomicInteger instances = new AtomicInteger();
  private FunctionCode code;

  FunctionPool(PackagedFunction packaged, InstantSource clock, Room room) {
    this.packaged = packaged;
    this.function = packaged.function();
    this.clock = clock;
    this.room = room;
  }

  byte[] invoke(byte[] event, TraceHeader trace) throws FunctionError {
    if (trace.loops(function.logicalId()) && !function.limits().loops()) {
      throw new RecursiveInvocationException(function.logicalId());
    }
    return invoke(event, trace.running(function.logicalId(), clock.instant()), take());
  }

  /** Makes the first instance, unless there is one. */
  void prime() throws FunctionError {
    keep(take());
  }

  /** Gives up instances not used for a while; the last used one stays. */
  void shrink(Duration unused) {
    Instant before = clock.instant().minus(unused);
    for (Idle oldest = idle.pollLast(); oldest != null; oldest = idle.pollLast()) {
      if (idle.isEmpty() || !oldest.since().isBefore(before)) {
        idle.addLast(oldest);
        return;
      }
      end(oldest.instance());
    }
  }

  /** Gives up the instance that was not used for longest, if one is idle. */
  void endOldest() {
    Idle oldest = idle.pollLast();
    if (oldest != null) {
      end(oldest.instance());
    }
  }

  int idleInstances() {
    return idle.size();
  }

  /** All that live, idle or not. */
  int instances() {
    return instances.get();
  }

  private byte[] invoke(byte[] event, TraceHeader trace, FunctionInstance instance)
      throws FunctionError {
    Duration timeout = function.limits().timeout();
    var invocation =
        new Invocation(
            function,
            UUID.randomUUID().toString(),
            trace,
            clock.instant().plus(timeout),
            clock,
            packaged.log());
    try {
      byte[] response = instance.invoke(event, invocation, timeout);
      keep(instance);
      return response;
    } catch (TimeoutException e) {
      end(instance);
      throw timedOut(invocation, timeout);
    } catch (InterruptedException e) {
      end(instance);
      throw FunctionInstance.interrupted();
    } catch (FunctionError e) {
      keep(instance);
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

  private void keep(FunctionInstance instance) {
    idle.addFirst(new Idle(instance, clock.instant()));
  }

  private void end(FunctionInstance instance) {
    instance.close();
    instances.decrementAndGet();
  }

  private FunctionInstance take() throws FunctionError {
    try {
      Idle free = idle.pollFirst();
      while (free == null) {
        if (room.enter()) {
          return make();
        }
        // Others are being made: whatever becomes idle first is taken.
        free = idle.pollFirst(LOOK.toMillis(), TimeUnit.MILLISECONDS);
      }
      return free.instance();
    } catch (InterruptedException e) {
      throw FunctionInstance.interrupted();
    }
  }

  private FunctionInstance make() throws FunctionError {
    try {
      FunctionInstance made = new FunctionInstance(function.logicalId(), code());
      instances.incrementAndGet();
      return made;
    } finally {
      room.leave();
    }
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
