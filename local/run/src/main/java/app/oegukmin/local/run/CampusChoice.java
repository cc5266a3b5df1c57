package app.oegukmin.local.run;

import java.net.URI;
import java.util.Optional;

/**
 * Which university is crawled: a sample, the real one, or a stand-in of somebody's.
 *
 * @param sample whether the sample plays the university and DeepL
 * @param standIn what is asked for {@code /site/path} in place of {@code https://site/path}
 */
record CampusChoice(boolean sample, Optional<URI> standIn) {

  /** The sample that comes with this checkout. */
  static final CampusChoice SAMPLE = new CampusChoice(true, Optional.empty());

  /** The real university. */
  static final CampusChoice LIVE = new CampusChoice(false, Optional.empty());

  /**
   * Reads {@code sample}, {@code live} or {@code http://host:port}.
   *
   * @throws IllegalArgumentException with a sentence for people
   */
  static CampusChoice of(String text) {
    if (text.matches("https?://[\\w.-]+(:\\d{1,5})?/?")) {
      return new CampusChoice(false, Optional.of(URI.create(text.replaceFirst("/$", ""))));
    }
    return switch (text) {
      case "sample" -> SAMPLE;
      case "live" -> LIVE;
      default ->
          throw new IllegalArgumentException(
              "CAMPUS is sample, live or http://host:port, not " + text + ".");
    };
  }
}
