package app.oegukmin.shared.menu;

import java.time.LocalDate;

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

  /** This meal with its dishes in other words. */
  public Meal with(String otherText) {
    return new Meal(date, cafeteria, corner, otherText, price);
  }
}
