package app.oegukmin.template;

/**
 * A token bucket's settings.
 *
 * @param rate requests a second
 * @param burst requests at once
 */
public record Throttle(int rate, int burst) {

  static Throttle read(Section section, String rate, String burst) {
    return new Throttle(count(section, rate), count(section, burst));
  }

  private static int count(Section section, String key) {
    return section
        .number(key)
        .orElseThrow(() -> new TemplateException(section.line(), key + " is missing"));
  }
}
