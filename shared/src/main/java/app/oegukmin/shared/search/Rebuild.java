package app.oegukmin.shared.search;

import java.time.Instant;
import java.util.Map;

/**
 * An index that is being made anew, as far as it has come.
 *
 * @param number grows with each run that takes it over
 * @param analysis the hash of the analysis that its terms come from
 * @param files which object each of its files is
 * @param source what was read last: the name of a list of documents, empty at the beginning
 * @param below the id down to which that list has been read
 * @param documents how many documents have been read
 * @param started when its first run began
 */
public record Rebuild(
    long number,
    String analysis,
    Map<String, String> files,
    String source,
    long below,
    long documents,
    Instant started) {

  /** The same with other files, which have come to another place. */
  Rebuild at(Map<String, String> next, String list, long id, long more) {
    return new Rebuild(number, analysis, Map.copyOf(next), list, id, documents + more, started);
  }

  /** One from the beginning, by the run that comes next, with another analysis. */
  Rebuild anew(String other, Instant now) {
    return new Rebuild(number + 1, other, Map.of(), "", Long.MAX_VALUE, 0, now);
  }

  /** The same in the hands of the next run. */
  Rebuild taken() {
    return new Rebuild(number + 1, analysis, files, source, below, documents, started);
  }
}
