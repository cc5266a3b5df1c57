package app.oegukmin.local.run;

import app.oegukmin.local.function.FunctionOutput;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** {@code make run}: everything on this machine until Ctrl-C. */
public final class Main {

  private Main() {}

  /**
   * Runs until the process is asked to end.
   *
   * @param arguments none; {@code PORT} and {@code CAMPUS} come from the environment, the checkout
   *     from the system property {@code project.root}
   */
  public static void main(String[] arguments) throws InterruptedException {
    GatewayLog.silence();
    Clock clock = Clock.systemUTC();
    Progress progress = new Progress(System.out, isTerminal(), clock);
    Cleanup cleanup = new Cleanup();
    Runtime.getRuntime().addShutdownHook(new Thread(cleanup::close));
    System.setOut(FunctionOutput.around(System.out));
    try {
      Path root = Path.of(System.getProperty("project.root", ""));
      Settings settings = Settings.of(System.getenv(), root);
      LocalFolder folder = LocalFolder.of(settings.root());
      new Startup(settings, folder, progress, clock, cleanup).start();
    } catch (IOException | RuntimeException e) {
      LoggerFactory.getLogger(Main.class).error("Not started", e);
      System.err.println(Optional.ofNullable(e.getMessage()).orElseGet(e::toString));
      System.exit(1);
    }
    Thread.currentThread().join();
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }
}
