package app.oegukmin.bench;

import app.oegukmin.testkit.LambdaProcess;
import app.oegukmin.testkit.LambdaTask;
import app.oegukmin.testkit.RuntimeApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** One new environment of a packaged function, from its start to its first response. */
final class FirstCall {

  /** What it cost: processor time of all, wall time until ready and from then to the response. */
  record Sample(Duration cpu, Duration init, Duration first) {}

  private final Path work;
  private final TlsFront front;
  private final byte[] event;

  /** The event is a recorded request for a list of notices; logs go into {@code work}. */
  FirstCall(Path event, Path work, TlsFront front) throws IOException {
    this.event = Files.readAllBytes(event);
    this.work = work;
    this.front = front;
  }

  /**
   * Starts the function, calls it once and ends it. {@code restored} primes it first, as a snapshot
   * would be.
   */
  Sample measure(Path task, String handler, boolean restored, String... options) throws Exception {
    var function = new LambdaTask(task, handler, Notices.environment(front.endpoint(), restored));
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
        if (response.failed() || !response.body().contains("announcements")) {
          throw new IllegalStateException("Unexpected response: " + response.body());
        }
        return new Sample(
            lambda.cpu(), Duration.ofNanos(ready - start), Duration.ofNanos(done - ready));
      }
    }
  }
}
