package app.oegukmin.local.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One execution environment: a handler with a thread of its own; serves one request at a time. */
final class FunctionInstance implements AutoCloseable {

  private final ExecutorService thread;
  private final FunctionLog log;
  private final RequestStreamHandler handler;

  /**
   * Constructs the handler on the thread that will run it.
   *
   * @throws FunctionError with what the constructor threw
   */
  FunctionInstance(String name, FunctionCode code) throws FunctionError {
    this.log = code.loader().log();
    this.thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread made = Thread.ofPlatform().daemon().name(name).unstarted(task);
              made.setContextClassLoader(code.loader());
              return made;
            });
    try {
      this.handler = thread.submit(() -> begin(code)).get();
    } catch (ExecutionException e) {
      close();
      throw asFunctionError(e);
    } catch (InterruptedException e) {
      close();
      throw interrupted();
    }
  }

  private static RequestStreamHandler begin(FunctionCode code) throws FunctionError {
    CurrentTrace.begin();
    return code.handler();
  }

  /**
   * Runs one request.
   *
   * @throws TimeoutException when it takes longer; the instance is then of no more use
   * @throws InterruptedException when the caller gives up; the same
   */
  byte[] invoke(byte[] event, Context context, Duration timeout)
      throws FunctionError, TimeoutException, InterruptedException {
    Future<byte[]> response = thread.submit(() -> run(event, context));
    try {
      return response.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw asFunctionError(e);
    }
  }

  // Whatever the function throws, errors too, is its response.
  @SuppressWarnings("CatchingUnchecked")
  private byte[] run(byte[] event, Context context) throws FunctionError {
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    CurrentTrace.set(context.getXrayTraceId());
    try {
      handler.handleRequest(new ByteArrayInputStream(event), response, context);
      return response.toByteArray();
    } catch (Throwable e) {
      throw log.report(e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private static FunctionError asFunctionError(ExecutionException e) {
    return e.getCause() instanceof FunctionError error
        ? error
        : new FunctionError(e.getCause().getClass().getName(), e.getCause().getMessage());
  }

  static FunctionError interrupted() {
    Thread.currentThread().interrupt();
    return new FunctionError("Runtime.ExitError", "The host is stopping");
  }
}
