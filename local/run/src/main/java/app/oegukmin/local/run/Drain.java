package app.oegukmin.local.run;

import app.oegukmin.local.event.Mapping;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Watches what the mappings deliver, from its making on, until they have nothing left to do. */
final class Drain {

  private static final Duration LOOK = Duration.ofMillis(200);

  /** When nothing moved for so long, what is left waits for a retry. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<Mapping> mappings;
  private final Clock clock;
  private final Map<String, Long> before;

  Drain(List<Mapping> mappings, Clock clock) {
    this.mappings = mappings;
    this.clock = clock;
    this.before = counts();
  }

  /**
   * Waits for the end, and shows every change on the way.
   *
   * @return false when something is left that does not move
   */
  boolean await(Consumer<Map<String, Long>> show) throws InterruptedException {
    Map<String, Long> last = before;
    Instant moved = clock.instant();
    Optional<Instant> quiet = Optional.empty();
    while (clock.instant().isBefore(moved.plus(PATIENCE))) {
      Thread.sleep(LOOK);
      Map<String, Long> now = counts();
      if (!now.equals(last)) {
        show.accept(delivered());
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

  /**
   * How many messages came from each queue and records from each table, none left out but zeros.
   */
  Map<String, Long> delivered() {
    Map<String, Long> delivered = new LinkedHashMap<>();
    counts()
        .forEach(
            (name, count) -> {
              if (count > before.get(name)) {
                delivered.put(name, count - before.get(name));
              }
            });
    return delivered;
  }

  private Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    mappings.forEach(mapping -> counts.merge(mapping.name(), mapping.delivered(), Long::sum));
    return counts;
  }

  private boolean quietSince(Instant moment) {
    return mappings.stream().allMatch(mapping -> mapping.quietSince(moment));
  }
}
