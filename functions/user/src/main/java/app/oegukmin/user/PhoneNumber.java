package app.oegukmin.user;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Phone numbers in one spelling: the original demanded dashes at sign-up and forbade them in the
 * profile (D-A10).
 */
final class PhoneNumber {

  /** Either spelling. */
  static final String EITHER = "\\d{10,11}|\\d{3}-\\d{3,4}-\\d{4}";

  private static final Pattern DIGITS = Pattern.compile("(\\d{3})(\\d{3,4})(\\d{4})");

  private PhoneNumber() {}

  /** A number of digits alone with dashes, as the app sends it; anything else as it is. */
  static String dashed(String number) {
    Matcher digits = DIGITS.matcher(number == null ? "" : number);
    return digits.matches() ? digits.replaceFirst("$1-$2-$3") : number;
  }
}
