package app.oegukmin.local.run;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Shows how a start goes: a line per step, written in place where a terminal can do that. */
final class Progress {

  private static final String BACK_TO_EMPTY_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private final InstantSource clock;

  Progress(PrintStream out, boolean terminal, InstantSource clock) {
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
  }

  /** What a step does. */
  @FunctionalInterface
  interface Step<T> {
    T take() throws IOException;
  }

  /** Takes a step and says how long it took. */
  <T> T step(String name, Step<T> step) throws IOException {
    if (terminal) {
      status(name + " …");
    }
    Instant begun = clock.instant();
    T result = step.take();
    double seconds = Duration.between(begun, clock.instant()).toMillis() / 1000.0;
    say(String.format(Locale.ROOT, "%-28s %5.1f s", name, seconds));
    return result;
  }

  /** Says what the next line replaces, where a terminal can do that. */
  synchronized void status(String text) {
    if (terminal) {
      out.print(BACK_TO_EMPTY_LINE + "  " + text);
      out.flush();
    } else {
      say(text);
    }
  }

  /** Says a line, or several. */
  synchronized void say(String text) {
    if (terminal) {
      out.print(BACK_TO_EMPTY_LINE);
    }
    text.lines().forEach(line -> out.println(line.isEmpty() ? line : "  " + line));
  }
}
