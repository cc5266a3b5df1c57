package app.oegukmin.bench;

import app.oegukmin.bench.FirstCall.Probe;
import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.notice.NoticeHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Cold start of the notice function under the real Lambda runtime interface client: against the
 * floor of a plain handler, or against another packaged checkout of this project ({@code
 * -Dbefore=path}). Rounds are interleaved and ratios are taken within a round, because the
 * machine's noise is larger than the differences.
 */
public final class ColdStart {

  private static final int ROUNDS = 9;
  private static final int ROUNDS_OF_CHECKOUTS = 21;
  private static final String NOTICE = NoticeHandler.class.getName();
  private static final String FLOOR = FloorHandler.class.getName();

  private final Path root;
  private final Path work;
  private final FirstCall call;

  private ColdStart(Path root, Path work, TlsFront front) throws IOException {
    this.root = root;
    this.work = work;
    Probe notices = new Probe(root.resolve("events/notice-list.json"), "announcements", Map.of());
    this.call = new FirstCall(notices, work, front);
  }

  /** Prints a table; needs everything packaged. */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(System.getProperty("project.root"));
    String before = System.getProperty("before", "");
    Path work = Files.createDirectories(root.resolve("bench/target/coldstart"));
    try (Engines engines = Engines.start(Set.of(Engine.DYNAMODB), Optional.empty(), work);
        TlsFront front = new TlsFront(engines.dynamodb(), work)) {
      Notices.seed(engines.dynamodb(), root.resolve("template.yaml"));
      ColdStart bench = new ColdStart(root, work, front);
      if (before.isBlank()) {
        bench.againstTheFloor();
      } else {
        bench.againstCheckout(Path.of(before));
      }
    }
  }

  private void againstTheFloor() throws Exception {
    Path floorTask = floorTask();
    Path task = task(root);
    call.measure(floorTask, FLOOR, false);
    call.measure(task, NOTICE, false);
    FirstCalls floor = new FirstCalls();
    FirstCalls cold = new FirstCalls();
    FirstCalls primed = new FirstCalls();
    for (int round = 0; round < ROUNDS; round++) {
      floor.add(call.measure(floorTask, FLOOR, false));
      cold.add(call.measure(task, NOTICE, false));
      primed.add(call.measure(task, NOTICE, true));
    }
    floor.print("floor, plain handler");
    cold.print("notice, not primed");
    primed.print("notice, primed and restored");
    System.out.printf(
        "cold CPU / floor              %s%n", cold.ratios(floor, sample -> sample.cpu()));
    System.out.printf(
        "first response primed / not   %s%n", primed.ratios(cold, sample -> sample.first()));
    System.out.printf("classes to the first response %,d%n", classes(task));
    System.out.printf("package                       %.1f MB%n", size(task) / 1e6);
  }

  private void againstCheckout(Path before) throws Exception {
    compare("not primed", before, false);
    compare("primed and restored", before, true);
    System.out.printf(
        "classes before, after         %,d  %,d%n", classes(task(before)), classes(task(root)));
    System.out.printf(
        "package before, after         %.1f  %.1f MB%n",
        size(task(before)) / 1e6, size(task(root)) / 1e6);
  }

  private void compare(String name, Path before, boolean restored) throws Exception {
    call.measure(task(before), NOTICE, restored);
    call.measure(task(root), NOTICE, restored);
    FirstCalls theirs = new FirstCalls();
    FirstCalls ours = new FirstCalls();
    for (int round = 0; round < ROUNDS_OF_CHECKOUTS; round++) {
      theirs.add(call.measure(task(before), NOTICE, restored));
      ours.add(call.measure(task(root), NOTICE, restored));
    }
    theirs.print("before, " + name);
    ours.print("after, " + name);
    System.out.printf(
        "CPU after - before            %d ms%n", ours.difference(theirs, sample -> sample.cpu()));
    System.out.printf(
        "CPU after / before            %s%n", ours.ratios(theirs, sample -> sample.cpu()));
    System.out.printf(
        "first response after / before %s%n", ours.ratios(theirs, sample -> sample.first()));
  }

  private static Path task(Path checkout) {
    return checkout.resolve("functions/notice/target/lambda");
  }

  private Path floorTask() throws IOException {
    return floorTask(root, work);
  }

  /** Packages the floor: a plain handler with the libraries of the authorizer. */
  static Path floorTask(Path root, Path work) throws IOException {
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

  private long classes(Path task) throws Exception {
    Path log = work.resolve("classes.log");
    call.measure(task, NOTICE, false, "-Xlog:class+load:file=" + log);
    try (var lines = Files.lines(log)) {
      return lines.filter(line -> line.contains("source:")).count();
    }
  }

  private static long size(Path task) throws IOException {
    try (var files = Files.walk(task)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
