package app.oegukmin.crawler.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a robots.txt (RFC 9309) asks of one visitor: the rules under its name, else those for
 * everybody.
 */
final class Robots {

  /** Nothing is forbidden. */
  static final Robots NONE = parse("", "*");

  // A longer delay would leave the crawler no time for its work; this one is used instead.
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

  private final List<RobotsRule> rules = new ArrayList<>();
  private Optional<Duration> delay = Optional.empty();

  private Robots() {}

  /**
   * Reads a file, with or without a byte order mark; lines that make no sense are skipped.
   *
   * @param visitor the name under which we ask, without version
   */
  static Robots parse(String file, String visitor) {
    Robots named = new Robots();
    Robots everybody = new Robots();
    boolean isNamed = false;
    List<Robots> group = new ArrayList<>();
    boolean inNames = false;
    for (String line : file.replaceFirst("^\uFEFF", "").lines().toList()) {
      String[] field = line.replaceFirst("#.*", "").split(":", 2);
      String key = field[0].strip().toLowerCase(Locale.ROOT);
      String value = field.length < 2 ? "" : field[1].strip();
      if (key.equals("user-agent")) {
        if (!inNames) {
          group.clear();
        }
        inNames = true;
        if (value.equals("*")) {
          group.add(everybody);
        } else if (value.equalsIgnoreCase(visitor)) {
          group.add(named);
          isNamed = true;
        }
      } else if (!key.isEmpty()) {
        inNames = inNames && key.equals("sitemap");
        group.forEach(each -> each.add(key, value));
      }
    }
    return isNamed ? named : everybody;
  }

  private void add(String key, String value) {
    switch (key) {
      case "allow", "disallow" -> {
        if (!value.isEmpty()) {
          rules.add(new RobotsRule(value, key.equals("allow")));
        }
      }
      case "crawl-delay" -> {
        if (value.matches("\\d{1,99}(\\.\\d{1,99})?")) {
          Duration wanted = Duration.ofMillis((long) (Double.parseDouble(value) * 1000));
          delay = Optional.of(wanted.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : wanted);
        }
      }
      default -> {}
    }
  }

  /** Whether a page may be asked for: the longest rule that matches decides, allowing in a tie. */
  boolean allows(URI page) {
    String query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
    String path = page.getRawPath().isEmpty() ? "/" : page.getRawPath();
    return rules.stream()
        .filter(rule -> rule.matches(path + query))
        .max(RobotsRule.BY_WEIGHT)
        .map(RobotsRule::allows)
        .orElse(true);
  }

  /** The pause wanted between requests, empty when none is. */
  Optional<Duration> delay() {
    return delay;
  }
}
