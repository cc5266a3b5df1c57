package app.oegukmin.menucrawler;

import app.oegukmin.shared.menu.Meal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A corner's dishes and its price, in the form that the app needs: a single price is in {@code
 * price} and not in the text; several prices stay in the text, each after its dish, and {@code
 * price} is "0" (D-M6).
 *
 * @param text a dish per line with {@code \r\n} between, empty when there is none
 * @param price digits only
 */
record DishText(String text, String price) {

  /** The won sign as the feeds write it, before every price that stays in a text. */
  static final String WON = Meal.WON;

  private static final String AMOUNT = "(\\d{1,3}(?:,\\d{3})+|\\d{3,6})";

  // Marked by a sign or a word anywhere; a bare number of four or five digits at a line's end,
  // unless
  // it belongs to a time, a date or a phone number. Stray letters were seen behind prices.
  private static final Pattern PRICE =
      Pattern.compile(
          "[￦₩]\\s*"
              + AMOUNT
              + "(?![\\d,])(?:\\s*원)?[ㄱ-ㅎㅏ-ㅣ]*"
              + "|(?<![\\d,])"
              + AMOUNT
              + "\\s*원(?!\\p{L})[ㄱ-ㅎㅏ-ㅣ]*"
              + "|(?<![\\d,.:~/+-])(\\d{1,2},\\d{3}|\\d{4,5})[ㄱ-ㅎㅏ-ㅣ]*$");

  private static final Pattern ALONE = Pattern.compile("\\D*" + AMOUNT + "\\D*");

  /** Reads the two fields of a feed. */
  static DishText of(String menu, String price) {
    List<String> amounts = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String line : menu.lines().map(DishText::tidy).filter(l -> !l.isEmpty()).toList()) {
      String marked = marked(line, amounts);
      // A price on a line of its own is the price of the dish above.
      if (marked.matches(WON + "\\d+") && !lines.isEmpty()) {
        lines.add(lines.removeLast() + " " + marked);
      } else {
        lines.add(marked);
      }
    }
    String text = String.join(Meal.LINE_BREAK, lines);
    String stated = stated(price);
    boolean one = amounts.size() == 1 && (stated.isEmpty() || stated.equals(amounts.getFirst()));
    if (one) {
      return new DishText(without(text, amounts.getFirst()), amounts.getFirst());
    }
    // If the field repeats one of several prices, it would be shown for every dish.
    boolean none = stated.isEmpty() || amounts.contains(stated);
    return new DishText(text, none ? Meal.NO_PRICE : stated);
  }

  private static String tidy(String line) {
    return line.replaceAll("[\\s\\u00A0\\u3000]+", " ").strip();
  }

  private static String marked(String line, List<String> amounts) {
    return PRICE
        .matcher(line)
        .replaceAll(
            price -> {
              String amount = digits(first(price.group(1), price.group(2), price.group(3)));
              amounts.add(amount);
              boolean spaced = price.start() == 0 || line.charAt(price.start() - 1) == ' ';
              return (spaced ? "" : " ") + WON + amount;
            });
  }

  private static String first(String... groups) {
    for (String group : groups) {
      if (group != null) {
        return group;
      }
    }
    throw new IllegalStateException("A price has an amount");
  }

  private static String without(String text, String amount) {
    return text.lines()
        .map(line -> tidy(line.replace(WON + amount, "")))
        .filter(line -> !line.isEmpty())
        .reduce((one, other) -> one + Meal.LINE_BREAK + other)
        .orElse("");
  }

  /** The one amount that a price field holds, with whatever signs around it; else nothing. */
  private static String stated(String price) {
    Matcher amount = ALONE.matcher(price);
    String digits = amount.matches() ? digits(amount.group(1)) : "";
    return digits.matches("0*") ? "" : digits;
  }

  private static String digits(String amount) {
    return amount.replace(",", "");
  }
}
