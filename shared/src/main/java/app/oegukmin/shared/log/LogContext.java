package app.oegukmin.shared.log;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * What every log line of an invocation says besides its message, by SLF4J's MDC. One for each
 * instance of a function; safe for use by many threads.
 *
 * <pre>
 *   AWSRequestId   as in the runtime's own lines
 *   traceId        X-Ray's, "1-5759e988-bd862e3fe1be46a994272793"
 *   route          "GET /api/announcement/{id}", or what kind of trigger it was: "aws:sqs"
 *   version        of the function
 *   coldStart      "true" for the first invocation of an instance
 * </pre>
 */
public final class LogContext {

  // "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1"
  private static final Pattern ROOT = Pattern.compile("Root=([^;]+)");

  private final AtomicBoolean cold = new AtomicBoolean(true);

  /** What an invocation does and returns. */
  @FunctionalInterface
  public interface Call<T, E extends Exception> {
    /** Does it. */
    T call() throws E;
  }

  /** What an invocation does. */
  @FunctionalInterface
  public interface Task<E extends Exception> {
    /** Does it. */
    void run() throws E;
  }

  /**
   * Does the work of an invocation; its log lines have the context and later ones do not.
   *
   * @param context null when a function is primed, which is no invocation
   * @param route of a request, or the trigger: {@code aws:sqs}, {@code aws:dynamodb}, {@code
   *     schedule}
   */
  public <T, E extends Exception> T call(Context context, String route, Call<T, E> work) throws E {
    try {
      MDC.put("route", route);
      if (context != null) {
        put(context);
      }
      return work.call();
    } finally {
      MDC.clear();
    }
  }

  /** The same for work that returns nothing. */
  public <E extends Exception> void run(Context context, String route, Task<E> work) throws E {
    Call<Void, E> call =
        () -> {
          work.run();
          return null;
        };
    call(context, route, call);
  }

  private void put(Context context) {
    Optional.ofNullable(context.getAwsRequestId()).ifPresent(id -> MDC.put("AWSRequestId", id));
    traceHeader(context)
        .map(ROOT::matcher)
        .filter(Matcher::find)
        .ifPresent(root -> MDC.put("traceId", root.group(1)));
    Optional.ofNullable(context.getFunctionVersion()).ifPresent(v -> MDC.put("version", v));
    MDC.put("coldStart", Boolean.toString(cold.getAndSet(false)));
  }

  // The runtime's own version of Context counts, not the one that this was compiled with.
  private static Optional<String> traceHeader(Context context) {
    try {
      return Optional.ofNullable(context.getXrayTraceId());
    } catch (NoSuchMethodError older) {
      return Optional.ofNullable(System.getProperty("com.amazonaws.xray.traceHeader"));
    }
  }
}
