package app.oegukmin.local.campus;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Fills what depends on the day into a fixture's text: {@code {+n}} is the day n days after the
 * post, {@code {term}} and {@code {next}} are its semester and the one after.
 */
final class PostText {

  private static final Pattern TOKEN = Pattern.compile("\\{(term|next|\\+\\d+)}");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu. M. d.(E)", Locale.KOREAN);

  private PostText() {}

  static String filled(String text, LocalDate written) {
    return TOKEN.matcher(text).replaceAll(token -> value(token, written));
  }

  private static String value(MatchResult token, LocalDate written) {
    return switch (token.group(1)) {
      case "term" -> term(written);
      case "next" -> term(written.plusMonths(6));
      case String days -> DAY.format(written.plusDays(Long.parseLong(days)));
    };
  }

  // The first semester begins in March, the second in September.
  private static String term(LocalDate day) {
    LocalDate begun = day.minusMonths(2);
    return begun.getYear() + "학년도 " + (begun.getMonthValue() <= 6 ? 1 : 2) + "학기";
  }
}
