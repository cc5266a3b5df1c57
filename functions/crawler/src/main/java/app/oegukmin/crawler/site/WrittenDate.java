package app.oegukmin.crawler.site;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The day of a notice as sites spell it: {@code yyyy.MM.dd}, {@code yyyy-MM-dd}, {@code yy.MM.dd}
 * and variants that people write. Lists of one board have been seen with either (sites §1B).
 */
final class WrittenDate {

  private static final Pattern DAY =
      Pattern.compile("(\\d{4}|\\d{2})[.\\-/]\\s?(\\d{1,2})[.\\-/]\\s?(\\d{1,2})\\.?");

  private WrittenDate() {}

  /** The day a text spells, empty when it spells none that exists. */
  static Optional<LocalDate> parse(String text) {
    Matcher day = DAY.matcher(text.strip());
    if (!day.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(year(day.group(1)), number(day, 2), number(day, 3)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int year(String digits) {
    return Integer.parseInt(digits.length() == 2 ? "20" + digits : digits);
  }

  private static int number(Matcher day, int group) {
    return Integer.parseInt(day.group(group));
  }
}
