package app.oegukmin.menucrawler;

import app.oegukmin.shared.menu.Meal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  private static final String MARKED = Prices.MARK + "(\\d+)" + Prices.MARK;

  // With what led to the price: brackets, a colon, a dash, a slash.
  private static final String TAKEN =
      "\\(\\s?%1$s\\s?\\)|\\[\\s?%1$s\\s?]|\\s?[-:=/·–—]?\\s?%1$s(?:[-.]$)?".formatted(MARKED);

  /** Reads the two fields of a feed. */
  static DishText of(String menu, String price) {
    List<String> lines = lines(StoredText.dishes(menu));
    String marked = String.join(Meal.LINE_BREAK, lines);
    List<String> amounts = Prices.amounts(marked);
    String field = tidy(StoredText.name(price));
    Optional<String> stated = Prices.stated(field);
    // Several prices, or a range: no price for the app's field, but the reader wants them.
    if (stated.isEmpty() && field.matches(".*\\d{3}.*") && !lines.isEmpty()) {
      return new DishText(shown(marked) + " " + field, Meal.NO_PRICE);
    }
    boolean one = amounts.size() == 1 && stated.stream().allMatch(amounts::contains);
    if (one && !Prices.unclear(marked)) {
      return new DishText(without(lines), amounts.getFirst());
    }
    // If the field repeats one of several prices, it would be shown for every dish.
    return new DishText(
        shown(marked), stated.filter(s -> !amounts.contains(s)).orElse(Meal.NO_PRICE));
  }

  private static List<String> lines(String menu) {
    List<String> lines = new ArrayList<>();
    for (String line : menu.lines().map(DishText::tidy).filter(l -> !l.isEmpty()).toList()) {
      String above = lines.isEmpty() ? "" : lines.getLast();
      String marked = Prices.marked(line, above);
      // A price on a line of its own is the price of the dish above.
      if (marked.matches(MARKED) && !lines.isEmpty()) {
        lines.set(lines.size() - 1, above + " " + marked);
      } else {
        lines.add(marked);
      }
    }
    return lines;
  }

  // Digits of full width are digits.
  private static String tidy(String line) {
    String tidy = StoredText.clean(line);
    StringBuilder digits = new StringBuilder(tidy);
    for (int i = 0; i < tidy.length(); i++) {
      char character = tidy.charAt(i);
      if (character >= '０' && character <= '９') {
        digits.setCharAt(i, (char) (character - '０' + '0'));
      }
    }
    return digits
        .toString()
        .replaceAll("(?<=\\d)，(?=\\d)", ",")
        .replaceAll("(?<=\\d)．(?=\\d)", ".");
  }

  private static String shown(String marked) {
    return marked
        .replaceAll("(?<=[\\s(\\[]|^)" + MARKED, WON + "$1")
        .replaceAll(MARKED, " " + WON + "$1");
  }

  private static String without(List<String> lines) {
    return lines.stream()
        .map(line -> tidy(line.replaceAll(TAKEN, " ")))
        .filter(line -> !line.isEmpty())
        .reduce((one, other) -> one + Meal.LINE_BREAK + other)
        .orElse("");
  }
}
