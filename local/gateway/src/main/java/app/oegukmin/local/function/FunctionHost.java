package app.oegukmin.local.function;

import app.oegukmin.template.LambdaFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Lambda on one machine: runs the packaged functions, the bytes that ship. A function is loaded at
 * its first call, from {@code target/lambda} of its {@code CodeUri}.
 */
public final class FunctionHost implements Functions, AutoCloseable {

  /** The most bytes of a payload, each way (aws §2 #22). */
  static final int PAYLOAD_LIMIT = 6 * 1024 * 1024;

  private static final Duration IDLE = Duration.ofMinutes(1);

  /** Under 1 MB each after the first: this many fit in the heap of {@code make run}. */
  private static final int MOST_INSTANCES = 1_000;

  private final Map<String, FunctionPool> pools = new LinkedHashMap<>();
  private final Concurrency concurrency;
  private final SharedJars shared = new SharedJars();
  private final Thread sweeper = Thread.ofVirtual().name("idle-instances").unstarted(this::sweep);

  /**
   * A host that has loaded nothing yet.
   *
   * @param root the folder template.yaml lies in
   * @param logs the folder that gets one {@code <logical id>.log} per function
   * @param clock the host's, and that of handlers that take one
   * @param concurrency how many executions may run at once in the account
   * @throws IllegalStateException when a function is not packaged
   * @throws IllegalArgumentException when the functions reserve more executions than they may
   */
  public FunctionHost(
      List<LambdaFunction> functions, Path root, Path logs, InstantSource clock, int concurrency)
      throws IOException {
    this(functions, root, logs, clock, new Concurrency(concurrency, functions), MOST_INSTANCES);
  }

  FunctionHost(
      List<LambdaFunction> functions,
      Path root,
      Path logs,
      InstantSource clock,
      Concurrency concurrency,
      int most)
      throws IOException {
    this.concurrency = concurrency;
    Clock handlers = clock.withZone(ZoneOffset.UTC);
    Room room = new Room(pools.values(), most);
    for (LambdaFunction function : functions) {
      String id = function.logicalId();
      var log = new FunctionLog(logs.resolve(id + ".log"), clock);
      Path folder = taskRoot(root, function);
      var packaged = new PackagedFunction(function, folder, log, shared, handlers);
      pools.put(id, new FunctionPool(packaged, clock, room));
    }
    sweeper.start();
  }

  @Override
  public byte[] invoke(String logicalId, byte[] event, TraceHeader trace) throws FunctionError {
    if (event.length > PAYLOAD_LIMIT) {
      throw new RequestTooLargeException(event.length);
    }
    byte[] response = execute(logicalId, event, trace);
    if (response.length > PAYLOAD_LIMIT) {
      throw new FunctionError(
          "Function.ResponseSizeTooLarge",
          "Response payload size exceeded maximum allowed payload size (" + PAYLOAD_LIMIT + ")");
    }
    return response;
  }

  private byte[] execute(String logicalId, byte[] event, TraceHeader trace) throws FunctionError {
    FunctionPool pool = pool(logicalId);
    Semaphore execution = concurrency.begin(logicalId);
    try {
      return pool.invoke(event, trace);
    } finally {
      execution.release();
    }
  }

  /**
   * Loads a function before its first call and makes one instance.
   *
   * @throws FunctionError when it cannot be loaded or constructed; the next call tries again
   */
  public void prime(String logicalId) throws FunctionError {
    pool(logicalId).prime();
  }

  private void sweep() {
    try {
      while (true) {
        Thread.sleep(IDLE.dividedBy(2));
        shrink(IDLE);
      }
    } catch (InterruptedException e) {
      // The host is closed: nothing is left to give up.
      return;
    }
  }

  void shrink(Duration unused) {
    pools.values().forEach(pool -> pool.shrink(unused));
  }

  int idleInstances(String logicalId) {
    return pool(logicalId).idleInstances();
  }

  private FunctionPool pool(String logicalId) {
    FunctionPool pool = pools.get(logicalId);
    if (pool == null) {
      throw new IllegalArgumentException("There is no function " + logicalId);
    }
    return pool;
  }

  private static Path taskRoot(Path root, LambdaFunction function) {
    Path taskRoot = root.resolve(function.code().uri()).resolve("target/lambda");
    if (!Files.isDirectory(taskRoot)) {
      throw new IllegalStateException(
          function.logicalId() + " is not packaged: " + taskRoot + " does not exist");
    }
    return taskRoot;
  }

  @Override
  public void close() throws IOException {
    sweeper.interrupt();
    for (FunctionPool pool : pools.values()) {
      pool.close();
    }
    shared.close();
  }
}
