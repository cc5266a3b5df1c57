package app.oegukmin.crawler;

import app.oegukmin.shared.job.Job;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.work.CrawlPage.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What begins a run: the input of a schedule or of a person.
 *
 * <pre>{@code
 * {"source": "schedule"}
 * {"source": "manual", "boards": ["official-academic"]}
 * }</pre>
 *
 * @param source {@code schedule} for the boards that are due, {@code daily} for a recheck of all;
 *     anything else, or nothing, means a person
 * @param boards the names of those to crawl; none, or absent, for all
 */
record CrawlStart(String source, List<String> boards) {

  /** Reads what is absent as empty. */
  CrawlStart {
    source = Objects.requireNonNullElse(source, "");
    boards = boards == null ? List.of() : List.copyOf(boards);
  }

  /**
   * Reads an event. The runtime cannot: some of its versions do not read records.
   *
   * @throws IllegalArgumentException when a property is of another type
   */
  static CrawlStart of(Map<String, Object> event) {
    return Json.MAPPER.convertValue(event, CrawlStart.class);
  }

  /** A run of all boards, started by a person. */
  static CrawlStart manual() {
    return new CrawlStart("manual", List.of());
  }

  /** The job that the run is; empty when a person has started it. */
  Optional<Job> job() {
    return switch (purpose()) {
      case OFTEN -> Optional.of(Job.CRAWL);
      case DAILY -> Optional.of(Job.DAILY_CRAWL);
      default -> Optional.empty();
    };
  }

  /** What the run is for. */
  Purpose purpose() {
    return switch (source) {
      case "schedule" -> Purpose.OFTEN;
      case "daily" -> Purpose.DAILY;
      default -> Purpose.MANUAL;
    };
  }
}
