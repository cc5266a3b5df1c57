package app.oegukmin.local.run;

import app.oegukmin.local.function.FunctionOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code make trouble}: the whole system through the trouble of some seeds, one after the other.
 */
public final class TroubleMain {

  private static final String ROW = "%-6s %8s %8s %8s %12s %6s %6s %8s%n";

  private TroubleMain() {}

  /**
   * Prints a table and what was played; exits with 1 when a seed fails.
   *
   * @param arguments the seeds
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    GatewayLog.silence();
    System.setOut(FunctionOutput.around(System.out));
    Path root = Path.of(System.getProperty("project.root", "")).toAbsolutePath().normalize();
    List<Long> seeds = Stream.of(arguments).map(Long::valueOf).toList();
    boolean passed = true;
    System.out.printf(
        ROW, "seed", "expected", "found", "surplus", "untranslated", "menus", "hours", "seconds");
    for (long seed : seeds) {
      Path logs = Files.createDirectories(root.resolve("local/run/target/trouble/" + seed));
      TroubleRun run = TroubleRun.of(seed, root, logs, Optional.empty());
      passed &= run.check().passed();
      print(run);
    }
    System.exit(passed ? 0 : 1);
  }

  private static void print(TroubleRun run) {
    TroubleCheck check = run.check();
    System.out.printf(
        ROW,
        run.seed(),
        check.expected(),
        check.found(),
        check.surplus().size(),
        check.untranslated().size(),
        check.menus().size(),
        run.hours(),
        run.seconds());
    print("missing", check.missing());
    print("surplus", check.surplus());
    print("untranslated", check.untranslated());
    print("menus", check.menus());
    run.played().forEach((kind, times) -> System.out.printf("       %5d  %s%n", times, kind));
  }

  private static void print(String what, List<String> titles) {
    titles.stream()
        .distinct()
        .forEach(title -> System.out.println("       " + what + ": " + title));
  }
}
