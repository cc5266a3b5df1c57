package app.oegukmin.shared.search;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A state of the index, as files of Lucene that lie in S3 under names made of their content.
 *
 * @param number grows with each writer that takes the lease
 * @param files which object each file of Lucene's is
 * @param before the files of the commit before, for readers that are still fetching them
 * @param analysis the hash of the analysis that its terms come from; empty before the first rebuild
 * @param made when it was made anew from the tables; 1970 before the first rebuild
 */
record Commit(
    long number,
    Map<String, String> files,
    Map<String, String> before,
    String analysis,
    Instant made) {

  /** Nothing, in the hands of the first writer. */
  static final Commit FIRST = new Commit(1, Map.of(), Map.of(), "", Instant.EPOCH);

  /** The same in the hands of the next writer. */
  Commit taken() {
    return new Commit(number + 1, files, before, analysis, made);
  }

  /** The commit that follows with other files. */
  Commit next(Map<String, String> next) {
    return new Commit(number, Map.copyOf(next), files, analysis, made);
  }

  /** The commit that follows with files that were made anew. */
  Commit anew(Map<String, String> next, String hash, Instant now) {
    return new Commit(number, Map.copyOf(next), files, hash, now);
  }

  /** The objects that somebody may still read. */
  Set<String> objects() {
    return Stream.concat(files.values().stream(), before.values().stream())
        .collect(Collectors.toSet());
  }
}
