package app.oegukmin.shared.http;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Values from path and query; an invalid one is refused with 400 C001 (D-A9). */
public final class Parameter {

  private Parameter() {}

  /** A text that must be there; it may be empty. */
  public static String text(String name, String value) {
    if (value == null) {
      throw new ApiException(ErrorCode.INVALID_INPUT, name + " is missing");
    }
    return value;
  }

  /** A day as {@code yyyy-MM-dd}. */
  public static LocalDate date(String name, String value) {
    try {
      return LocalDate.parse(text(name, value).strip());
    } catch (DateTimeException e) {
      throw new ApiException(ErrorCode.INVALID_INPUT, name + " must be a day, yyyy-MM-dd");
    }
  }

  /** A non-negative whole number; null or empty counts as the default. */
  public static long number(String name, String value, long absent) {
    return value == null || value.isEmpty() ? absent : number(name, value);
  }

  /** A non-negative whole number. */
  public static long number(String name, String value) {
    try {
      long number = Long.parseLong(text(name, value).strip());
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below, like a negative number.
    }
    throw new ApiException(ErrorCode.INVALID_INPUT, name + " must be a non-negative whole number");
  }
}
