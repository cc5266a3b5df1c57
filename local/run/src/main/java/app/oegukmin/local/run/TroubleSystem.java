package app.oegukmin.local.run;

import app.oegukmin.engines.AwsClients;
import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.local.campus.Campus;
import app.oegukmin.local.event.EventSources;
import app.oegukmin.local.event.Mapping;
import app.oegukmin.local.event.Schedule;
import app.oegukmin.local.function.FunctionError;
import app.oegukmin.local.function.FunctionHost;
import app.oegukmin.local.function.Functions;
import app.oegukmin.local.function.TraceHeader;
import app.oegukmin.local.metric.CloudWatchServer;
import app.oegukmin.local.metric.MetricStore;
import app.oegukmin.local.service.SsmServer;
import app.oegukmin.template.Queue;
import app.oegukmin.template.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * A whole system over empty engines and a campus, by a clock that is set ahead when all is done.
 */
final class TroubleSystem implements AutoCloseable {

  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int QUIET_LOOKS = 3;

  // Only what is quiet now is quiet after it.
  private static final Instant ALWAYS = Instant.MAX.minusSeconds(1);

  private final Cleanup cleanup = new Cleanup();
  private final ShiftedClock clock;
  private final Template template;
  private final AwsClients aws;
  private final ShiftedQueues queues;
  private final FunctionHost host;
  private final AtomicInteger running = new AtomicInteger();
  private final List<Schedule> schedules;
  private final List<Mapping> mappings;

  /**
   * Starts it.
   *
   * @param root the checkout, packaged
   * @param folder for logs and positions in streams
   */
  TroubleSystem(Path root, Path folder, Campus campus, ShiftedClock clock) throws IOException {
    this.clock = clock;
    StandIns standIns = standIns(folder, campus);
    standIns.pointSdk();
    template = standIns.template(root);
    standIns.engines().admit(template);
    aws = cleanup.keep(AwsClients.of(standIns.engines()));
    new Provisioning(template, aws).run();
    queues = new ShiftedQueues(aws.sqs(), clock);
    host = cleanup.keep(new FunctionHost(template.functions(), root, folder, clock, 1_000));
    EventSources sources =
        new EventSources(
            template,
            new AwsClients(aws.dynamodb(), aws.streams(), queues, aws.s3()),
            standIns.engines().front().writes(),
            folder.resolve("checkpoints"),
            clock);
    schedules = sources.schedules();
    mappings = sources.start(this::invoke);
    mappings.forEach(cleanup::keep);
  }

  private StandIns standIns(Path folder, Campus campus) throws IOException {
    return new StandIns(
        cleanup.keep(Engines.start(EnumSet.allOf(Engine.class), Optional.empty(), folder)),
        Optional.of(campus.base()),
        Optional.empty(),
        Optional.empty(),
        cleanup.keep(SsmServer.start(name -> Optional.of("sample"), clock)),
        cleanup.keep(CloudWatchServer.start(new MetricStore(), clock)),
        Optional.empty(),
        "legacy");
  }

  /** Where its data lies. */
  AwsClients aws() {
    return aws;
  }

  /** Its functions. */
  Functions functions() {
    return host;
  }

  /** The template with the names of what is stored. */
  Template template() {
    return template;
  }

  /**
   * Fires a function's schedules that are due between two times, each once.
   *
   * @param board the only board that is crawled, empty for all
   */
  void fire(String function, Instant after, Instant until, Optional<String> board) {
    for (Schedule schedule : schedules) {
      Optional<Instant> due = schedule.expression().next(after);
      if (schedule.function().equals(function) && due.filter(t -> !t.isAfter(until)).isPresent()) {
        fire(function, schedule.input().orElse("{}"), board);
      }
    }
  }

  private void fire(String function, String input, Optional<String> board) {
    String event =
        board
            .map(name -> input.replaceFirst("}$", ",\"boards\":[\"" + name + "\"]}"))
            .orElse(input);
    try {
      invoke(function, event.getBytes(StandardCharsets.UTF_8), TraceHeader.NONE);
    } catch (FunctionError e) {
      // Its log says so. A schedule fires again.
      return;
    }
  }

  private byte[] invoke(String function, byte[] event, TraceHeader trace) throws FunctionError {
    running.incrementAndGet();
    try {
      return host.invoke(function, event, trace);
    } finally {
      running.decrementAndGet();
    }
  }

  /**
   * Returns when nothing is left to do but what waits.
   *
   * @throws IllegalStateException when that takes minutes
   */
  void settle() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    long before = -1;
    for (int quiet = 0; quiet < QUIET_LOOKS; ) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("The functions do not come to rest: see their logs.");
      }
      Thread.sleep(LOOK);
      long delivered = mappings.stream().mapToLong(Mapping::delivered).sum();
      quiet = delivered == before && isIdle() ? quiet + 1 : 0;
      before = delivered;
    }
  }

  private boolean isIdle() {
    return running.get() == 0
        && template.queues().stream().filter(this::hasMapping).allMatch(this::showsNothing)
        && mappings.stream().filter(this::isStream).allMatch(m -> m.quietSince(ALWAYS));
  }

  private boolean hasMapping(Queue queue) {
    return mappings.stream().anyMatch(mapping -> mapping.name().equals(queue.logicalId()));
  }

  private boolean isStream(Mapping mapping) {
    return template.queues().stream().noneMatch(q -> q.logicalId().equals(mapping.name()));
  }

  private boolean showsNothing(Queue queue) {
    var visible = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
    return aws.sqs()
        .getQueueAttributes(r -> r.queueUrl(queue.url()).attributeNames(visible))
        .attributes()
        .get(visible)
        .equals("0");
  }

  /** Sets the clock ahead, so that nothing waits any more that has waited for a shorter time. */
  void advance(Duration time) {
    clock.advance(time);
    queues.showHidden();
  }

  @Override
  public void close() {
    cleanup.close();
  }
}
