package app.oegukmin.crawler;

import app.oegukmin.crawler.fetch.Validator;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.work.CrawlPage;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import java.util.Objects;

/**
 * What is remembered of a board from one run to the next.
 *
 * @param firstRun the run that saw it first, empty string before that
 * @param version of its first list page when that was last read to the end
 * @param skipped by address, articles that are gone or cannot be read: frequent runs leave them
 *     alone, the daily run tries again
 * @param watched by address, the articles that the daily run found in the list or misses there
 * @param rechecked the daily run that did so last, empty string before the first
 * @param unfiled by address, the articles that were stored without their files, because these could
 *     not be listed (F-23)
 * @param broken the run that found the board broken, empty string while it is not (F-21)
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record BoardMemory(
    String firstRun,
    Validator version,
    Map<String, Watched> skipped,
    Map<String, Watched> watched,
    String rechecked,
    Map<String, Watched> unfiled,
    String broken) {

  /** A board that no run has seen. */
  static final BoardMemory EMPTY =
      new BoardMemory("", Validator.NONE, Map.of(), Map.of(), "", Map.of(), "");

  /**
   * An article that is looked for.
   *
   * @param number on its site
   * @param misses how many looks in a row did not find it
   */
  record Watched(long number, int misses) {}

  BoardMemory {
    skipped = Map.copyOf(skipped);
    watched = Map.copyOf(watched);
    // Memories of the first versions have neither.
    unfiled = unfiled == null ? Map.of() : Map.copyOf(unfiled);
    broken = Objects.requireNonNullElse(broken, "");
  }

  /** Whether this run is the first one of the board. */
  boolean firstSight(CrawlPage page) {
    return firstRun.isEmpty() || firstRun.equals(page.run());
  }

  BoardMemory seen(CrawlPage page) {
    return firstRun.isEmpty()
        ? new BoardMemory(page.run(), version, skipped, watched, rechecked, unfiled, broken)
        : this;
  }

  BoardMemory read(Validator newVersion) {
    return new BoardMemory(firstRun, newVersion, skipped, watched, rechecked, unfiled, broken);
  }

  BoardMemory skipping(Map<String, Watched> articles) {
    return new BoardMemory(firstRun, version, articles, watched, rechecked, unfiled, broken);
  }

  BoardMemory watching(Map<String, Watched> articles) {
    return new BoardMemory(firstRun, version, skipped, articles, rechecked, unfiled, broken);
  }

  BoardMemory rechecked(CrawlPage page) {
    return new BoardMemory(firstRun, version, skipped, watched, page.run(), unfiled, broken);
  }

  BoardMemory unfiled(Map<String, Watched> articles) {
    return new BoardMemory(firstRun, version, skipped, watched, rechecked, articles, broken);
  }

  BoardMemory broken(String run) {
    return new BoardMemory(firstRun, version, skipped, watched, rechecked, unfiled, run);
  }

  /** Whether the page's own run has found the board broken, on a page before. */
  boolean brokenBy(CrawlPage page) {
    return page.run().equals(broken);
  }

  /** Whether a run tries once more what could not be read. */
  boolean triesSkipped(CrawlPage page) {
    return page.triesSkipped() || !broken.isEmpty();
  }

  /** Whether a run has looked at known articles already: its message has come again. */
  boolean hasRechecked(CrawlPage page) {
    return page.run().equals(rechecked);
  }

  static BoardMemory of(String json) {
    try {
      return Json.MAPPER.readValue(json, BoardMemory.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not a board's memory", e);
    }
  }

  String json() {
    try {
      return Json.MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A record is always JSON", e);
    }
  }
}
