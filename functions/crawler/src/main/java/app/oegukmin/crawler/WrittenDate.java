package app.oegukmin.crawler;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day of a notice as sites spell it: {@code yyyy.MM.dd} and what people make of it. */
final class WrittenDate {

  private static final Pattern DAY =
      Pattern.compile("(\\d{4})[.\\-/]\\s?(\\d{1,2})[.\\-/]\\s?(\\d{1,2})\\.?");

  private WrittenDate() {}

  /** The day a text spells, empty when it spells none that exists. */
  static Optional<LocalDate> parse(String text) {
    Matcher day = DAY.matcher(text.strip());
    if (!day.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(number(day, 1), number(day, 2), number(day, 3)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher day, int group) {
    return Integer.parseInt(day.group(group));
  }
}
