package app.oegukmin.local.run;

import app.oegukmin.local.event.Mapping;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Watches what the mappings deliver, from its making on, until they have nothing left to do. */
final class Drain {

  private static final Duration LOOK = Duration.ofMillis(300);

  /** When nothing moved for so long, what is left waits for a retry. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<Mapping> mappings;
  private final Clock clock;
  private final List<Long> before;

  Drain(List<Mapping> mappings, Clock clock) {
    this.mappings = mappings;
    this.clock = clock;
    this.before = counts();
  }

  /**
   * Waits for the end, and tells every change on the way.
   *
   * @return false when something is left that does not move
   */
  boolean await(Consumer<String> tell) throws InterruptedException {
    List<Long> last = before;
    Instant moved = clock.instant();
    Optional<Instant> quiet = Optional.empty();
    while (clock.instant().isBefore(moved.plus(PATIENCE))) {
      Thread.sleep(LOOK);
      List<Long> now = counts();
      if (!now.equals(last)) {
        tell.accept(delivered());
        last = now;
        moved = clock.instant();
        quiet = Optional.empty();
      } else if (quiet.isPresent() && quietSince(quiet.get())) {
        return true;
      } else if (quiet.isEmpty() && quietSince(moved)) {
        // Only a second look is proof: a function may have written to a table whose stream was
        // read just before.
        quiet = Optional.of(clock.instant());
      }
    }
    return false;
  }

  /** How many events came on each way so far. */
  String delivered() {
    List<String> ways = new ArrayList<>();
    List<Long> now = counts();
    for (int i = 0; i < mappings.size(); i++) {
      long events = now.get(i) - before.get(i);
      if (events > 0) {
        ways.add(mappings.get(i).name() + " " + events);
      }
    }
    return String.join(" · ", ways);
  }

  private List<Long> counts() {
    return mappings.stream().map(Mapping::delivered).toList();
  }

  private boolean quietSince(Instant moment) {
    return mappings.stream().allMatch(mapping -> mapping.quietSince(moment));
  }
}
