package app.oegukmin.shared.menu;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What one corner of one cafeteria serves on one day.
 *
 * @param cafeteria in Korean, spelled as in {@link MenuNames} when it is known there
 * @param corner likewise; may hold {@code <br>}
 * @param text dishes, one per line with {@code \r\n} between; where a corner has several prices
 *     each follows its dish
 * @param price the corner's one price in won, digits only; "0" when it has none or several
 */
public record Meal(LocalDate date, String cafeteria, String corner, String text, String price) {

  /** The price of a corner that has none or several; the app hides it. */
  public static final String NO_PRICE = "0";

  /** The won sign as the feeds write it, before every price that stays in a text. */
  public static final String WON = "￦";

  /** Between the dishes of a text. */
  public static final String LINE_BREAK = "\r\n";

  /** This meal with its dishes in other words. */
  public Meal with(String otherText) {
    return new Meal(date, cafeteria, corner, otherText, price);
  }

  /** This meal in another place. */
  public Meal at(String otherCafeteria, String otherCorner) {
    return new Meal(date, otherCafeteria, otherCorner, text, price);
  }

  /**
   * This meal and then another in the place of this one; the same meal twice is one. Prices that
   * differ go into the text.
   */
  public Meal and(Meal other) {
    boolean samePrice = price.equals(other.price);
    if (samePrice && text.equals(other.text)) {
      return this;
    }
    return samePrice
        ? with(text + LINE_BREAK + other.text)
        : new Meal(date, cafeteria, corner, priced() + LINE_BREAK + other.priced(), NO_PRICE);
  }

  // Behind the last dish, because several dishes of one price are a set; not behind a dish that has
  // a price of its own.
  private String priced() {
    if (price.equals(NO_PRICE)) {
      return text;
    }
    List<String> lines = new ArrayList<>(text.lines().toList());
    int last = lines.size() - 1;
    while (last > 0 && lines.get(last).contains(WON)) {
      last--;
    }
    lines.set(last, lines.get(last) + " " + WON + price);
    return String.join(LINE_BREAK, lines);
  }
}
