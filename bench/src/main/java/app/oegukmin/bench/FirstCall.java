package app.oegukmin.bench;

import app.oegukmin.testkit.LambdaProcess;
import app.oegukmin.testkit.LambdaTask;
import app.oegukmin.testkit.RuntimeApi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One new environment of a packaged function, from its start to its first response. */
final class FirstCall {

  /** What it cost: processor time of all, wall time until ready and from then to the response. */
  record Sample(Duration cpu, Duration init, Duration first) {}

  private final Probe probe;
  private final Path work;
  private final TlsFront front;

  /**
   * What is sent, and what comes back.
   *
   * @param event a recorded request
   * @param expected a part of its response
   * @param more variables of the function beside those of notices
   */
  record Probe(Path event, String expected, Map<String, String> more) {}

  /** First calls with an event; logs go into {@code work}. */
  FirstCall(Probe probe, Path work, TlsFront front) {
    this.probe = probe;
    this.work = work;
    this.front = front;
  }

  /**
   * Starts the function, calls it once and ends it. {@code restored} primes it first, as a snapshot
   * would be.
   */
  Sample measure(Path task, String handler, boolean restored, String... options) throws Exception {
    Map<String, String> environment = Notices.environment(front.endpoint(), restored);
    environment.putAll(probe.more());
    var function = new LambdaTask(task, handler, environment);
    byte[] event = Files.readAllBytes(probe.event());
    List<String> all = Stream.concat(Stream.of(front.trust()), Stream.of(options)).toList();
    try (RuntimeApi api = new RuntimeApi()) {
      long start = System.nanoTime();
      try (LambdaProcess lambda =
          LambdaProcess.start(api, function, all, work.resolve("output.log"))) {
        api.awaitReady();
        long ready = System.nanoTime();
        if (restored) {
          api.restore();
        }
        RuntimeApi.Response response = api.invoke(event);
        long done = System.nanoTime();
        if (response.failed() || !response.body().contains(probe.expected())) {
          throw new IllegalStateException("Unexpected response: " + response.body());
        }
        return new Sample(
            lambda.cpu(), Duration.ofNanos(ready - start), Duration.ofNanos(done - ready));
      }
    }
  }
}
