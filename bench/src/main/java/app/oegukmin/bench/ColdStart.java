package app.oegukmin.bench;

import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.testkit.LambdaProcess;
import app.oegukmin.testkit.LambdaTask;
import app.oegukmin.testkit.RuntimeApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Cold start of the notice function under the real Lambda runtime interface client, against the
 * floor of a plain handler in the same run. Rounds are interleaved and ratios are taken within a
 * round, because the machine's noise is larger than the differences.
 */
public final class ColdStart {

  private static final int ROUNDS = 9;

  /** What one environment cost: processor time and wall time to the first answer. */
  private record Sample(Duration cpu, Duration init, Duration first) {}

  private final Path root;
  private final Path work;
  private final TlsFront front;
  private final byte[] event;

  private ColdStart(Path root, Path work, TlsFront front) throws IOException {
    this.root = root;
    this.work = work;
    this.front = front;
    this.event = Files.readAllBytes(root.resolve("events/notice-list.json"));
  }

  /** Prints a table; needs everything packaged. */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(System.getProperty("project.root"));
    Path work = Files.createDirectories(root.resolve("bench/target/coldstart"));
    try (Engines engines = Engines.start(Set.of(Engine.DYNAMODB), Optional.empty(), work);
        TlsFront front = new TlsFront(engines.dynamodb(), work)) {
      Notices.seed(engines.dynamodb(), root.resolve("template.yaml"));
      new ColdStart(root, work, front).run();
    }
  }

  private void run() throws Exception {
    Path floorTask = floorTask();
    Path noticeTask = root.resolve("functions/notice/target/lambda");
    String floor = FloorHandler.class.getName();
    String notice = "app.oegukmin.notice.NoticeHandler";
    sample(floorTask, floor, false, List.of());
    sample(noticeTask, notice, false, List.of());
    List<Sample> floors = new ArrayList<>();
    List<Sample> cold = new ArrayList<>();
    List<Sample> primed = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      floors.add(sample(floorTask, floor, false, List.of()));
      cold.add(sample(noticeTask, notice, false, List.of()));
      primed.add(sample(noticeTask, notice, true, List.of()));
    }
    print("floor, plain handler", floors);
    print("notice, not primed", cold);
    print("notice, primed and restored", primed);
    System.out.printf("cold CPU / floor            %s%n", ratios(cold, floors, Sample::cpu));
    System.out.printf("first answer primed / not   %s%n", ratios(primed, cold, Sample::first));
    System.out.printf("classes to the first answer %,d%n", classes(noticeTask, notice));
    System.out.printf("package                     %.1f MB%n", size(noticeTask) / 1e6);
  }

  private Sample sample(Path task, String handler, boolean snapshot, List<String> options)
      throws Exception {
    var function = new LambdaTask(task, handler, Notices.environment(front.endpoint(), snapshot));
    List<String> all = new ArrayList<>(List.of(front.trust()));
    all.addAll(options);
    try (RuntimeApi api = new RuntimeApi()) {
      long start = System.nanoTime();
      try (LambdaProcess lambda =
          LambdaProcess.start(api, function, all, work.resolve("output.log"))) {
        api.awaitReady();
        long ready = System.nanoTime();
        if (snapshot) {
          api.restore();
        }
        RuntimeApi.Answer answer = api.invoke(event);
        long done = System.nanoTime();
        if (answer.failed() || !answer.body().contains("announcements")) {
          throw new IllegalStateException("Unexpected answer: " + answer.body());
        }
        return new Sample(
            lambda.cpu(), Duration.ofNanos(ready - start), Duration.ofNanos(done - ready));
      }
    }
  }

  private Path floorTask() throws IOException {
    Path lib = Files.createDirectories(work.resolve("floor/lib"));
    try (var jars = Files.list(root.resolve("functions/authorizer/target/lambda/lib"))) {
      for (Path jar : jars.toList()) {
        Files.copy(jar, lib.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Path own = root.resolve("bench/target/bench-1.0.0.jar");
    Files.copy(own, lib.resolve("bench.jar"), StandardCopyOption.REPLACE_EXISTING);
    return work.resolve("floor");
  }

  private long classes(Path task, String handler) throws Exception {
    Path log = work.resolve("classes.log");
    sample(task, handler, false, List.of("-Xlog:class+load:file=" + log));
    try (var lines = Files.lines(log)) {
      return lines.filter(line -> line.contains("source:")).count();
    }
  }

  private static long size(Path task) throws IOException {
    try (var files = Files.walk(task)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void print(String name, List<Sample> samples) {
    System.out.printf(
        "%-28s CPU %5d ms   init %5d ms   first answer %5d ms%n",
        name,
        median(samples.stream().mapToLong(s -> s.cpu().toMillis()).toArray()),
        median(samples.stream().mapToLong(s -> s.init().toMillis()).toArray()),
        median(samples.stream().mapToLong(s -> s.first().toMillis()).toArray()));
  }

  private static String ratios(
      List<Sample> ours, List<Sample> theirs, Function<Sample, Duration> of) {
    double[] ratios = new double[ours.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = (double) of.apply(ours.get(i)).toNanos() / of.apply(theirs.get(i)).toNanos();
    }
    Arrays.sort(ratios);
    return "%.2f [%.2f-%.2f]"
        .formatted(ratios[ratios.length / 2], ratios[0], ratios[ratios.length - 1]);
  }

  private static long median(long[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
