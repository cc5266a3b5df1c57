package app.oegukmin.shared.search;

import java.time.Instant;
import java.util.Map;

/**
 * An index that is being made anew, as far as it has come.
 *
 * @param number grows with each run that takes it over
 * @param files which object each of its files is
 * @param source what was read last: the name of a list of documents, empty at the beginning
 * @param below the id down to which that list has been read
 * @param documents how many documents have been read
 * @param started when its first run began
 */
public record Rebuild(
    long number,
    Map<String, String> files,
    String source,
    long below,
    long documents,
    Instant started) {

  /** The same with other files, which have come to another place. */
  Rebuild at(Map<String, String> next, String list, long id, long more) {
    return new Rebuild(number, Map.copyOf(next), list, id, documents + more, started);
  }

  /** The same in the hands of the next run. */
  Rebuild taken() {
    return new Rebuild(number + 1, files, source, below, documents, started);
  }
}
