package app.oegukmin.crawler.site;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The day of a notice as sites spell it: {@code yyyy.MM.dd}, {@code yyyy-MM-dd}, {@code yy.MM.dd},
 * {@code yyyy년 M월 d일} and variants that people write, whatever stands beside it: a label, a
 * weekday, a time. Lists of one board have been seen with several (sites §1B).
 */
final class WrittenDate {

  // A digit or a point before it or a digit behind it belongs to a longer number: a phone, a file.
  private static final Pattern DAY =
      Pattern.compile(
          "(?<!\\d)(?<!\\d\\.)(\\d{4}|\\d{2})\\s*[.\\p{Pd}/·년年]\\s*"
              + "(\\d{1,2})\\s*[.\\p{Pd}/·월月]\\s*(\\d{1,2})(?!\\d)");

  private WrittenDate() {}

  /**
   * The first day that a text spells.
   *
   * @param text of a place that shows when something was written; in prose any day would be taken
   * @return empty when it spells none that exists
   */
  static Optional<LocalDate> parse(String text) {
    // Full-width digits and points are read as plain ones.
    Matcher day = DAY.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
    while (day.find()) {
      Optional<LocalDate> date = date(day);
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> date(Matcher day) {
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
