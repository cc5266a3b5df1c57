package app.oegukmin.menucrawler;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds prices among the numbers of a menu. A number with a won sign or 원 is a price, and a bare
 * one at a line's end that looks like one. Neither is one side of a range or of a pair
 * (4,500/5,000), a discount or a surcharge; nor is a calorie, a year, an hour or a phone number
 * (F-47, F-48). What is no price stays in the text as it is.
 */
final class Prices {

  /** Stands on both sides of a price that was found; no feed's text has it. */
  static final String MARK = "\uE000";

  private static final String PLAIN = "[1-9]\\d{0,2}(?:,\\d{3}){1,2}|[1-9]\\d{2,5}";
  // A point may stand for a comma where it is clear that a price is meant: won have no decimals.
  private static final String AMOUNT = "(" + PLAIN + "|[1-9]\\d{0,2}\\.\\d{3})";
  private static final String SIGN = "[￦₩\\\\]";
  private static final String WON = "\\s?(?:원|(?i:won))(?![\\p{L}&&[^ㄱ-ㅎㅏ-ㅣ]])";
  private static final String STRAY = "[ㄱ-ㅎㅏ-ㅣ]*+";

  // A range, or a second number of a pair.
  private static final String FROM =
      "(?<![\\d,.])(?<!\\d[,.]\\s)(?<!\\d\\s?원?\\s?[/→–—-]\\s?)(?<![~∼〜～+]\\s?)";
  private static final String TO = "(?!\\s?[~∼〜～/+→–—-]\\s?" + SIGN + "?\\s?\\d)(?!\\s?[~∼〜～])";
  private static final String CONDITION = "(?!\\s?(?:할인|추가|이상|이하|미만|초과|쿠폰|적립|지원|내외))";

  private static final Pattern MARKED =
      Pattern.compile(
          ("%1$s%2$s\\s?%3$s(?!\\d|[,.]\\d)(?:%4$s)?+%5$s%6$s" + "|%1$s(?<!추가\\s?)%3$s%4$s%5$s%6$s")
              .formatted(FROM, SIGN, AMOUNT, WON, STRAY, TO + CONDITION));

  private static final Pattern BARE =
      Pattern.compile("(?<![\\d,.])([1-9]\\d?,\\d{3}|[1-9]\\d{3,4})" + STRAY + "$");

  // What a number at a line's end may be instead of a price.
  private static final Pattern OTHER_KIND =
      Pattern.compile(
          "(?:[,.:;~∼〜～/+=–—-]|열량|칼로리|문의|전화|내선|팩스|☎|시간|운영|영업|오전|오후|선착순|한정|예약|개교|창립|설립"
              + "|추가|번호|(?<!\\p{L})(?i:k?cal|tel|fax|no|since))[\\s:.]*$");

  private static final Pattern OTHER_NUMBER =
      Pattern.compile("(?<![\\d,])(?:\\d{1,2},\\d{3}|\\d{3,})(?![\\d,\\p{L}%" + MARK + "])");

  private static final Pattern ALONE = Pattern.compile("[^\\d~∼〜～+]*" + AMOUNT + "[^\\d~∼〜～+]*");

  private static final Pattern UNCLEAR =
      Pattern.compile(
          SIGN + "\\s?\\d{3}|\\d{3}\\s?원|\\d,\\d{3}(?![\\d\\p{L}])|\\d{4}\\s?[~∼〜～/-]\\s?\\d{4}");

  private Prices() {}

  /**
   * A line with its prices between marks, digits only.
   *
   * @param above the line before, which may say what a number means
   */
  static String marked(String line, String above) {
    String marked =
        MARKED
            .matcher(line)
            .replaceAll(
                price ->
                    MARK
                        + digits(
                            Optional.ofNullable(price.group(1)).orElseGet(() -> price.group(2)))
                        + MARK);
    Matcher bare = BARE.matcher(marked);
    return bare.find() && priced(marked.substring(0, bare.start()), above, bare.group(1))
        ? marked.substring(0, bare.start()) + MARK + digits(bare.group(1)) + MARK
        : marked;
  }

  // Kitchens price by the hundred won; with a comma, other prices are clear enough.
  private static boolean priced(String before, String above, String number) {
    String context = before.isBlank() ? above : before;
    return number.endsWith(number.contains(",") ? "0" : "00")
        && !OTHER_KIND.matcher(context).find()
        && !OTHER_NUMBER.matcher(before).find();
  }

  /** The amounts between marks. */
  static List<String> amounts(String marked) {
    return Pattern.compile(MARK + "(\\d+)" + MARK)
        .matcher(marked)
        .results()
        .map(price -> price.group(1))
        .toList();
  }

  /** Whether a text has numbers that concern its price, and are not one. */
  static boolean unclear(String marked) {
    return UNCLEAR.matcher(marked).find();
  }

  /** The one amount that a price field holds, with whatever signs around it; else nothing. */
  static Optional<String> stated(String field) {
    Matcher amount = ALONE.matcher(field.replaceFirst("(?<=\\d)\\.0{1,2}$", ""));
    return amount.matches()
        ? Optional.of(digits(amount.group(1))).filter(digits -> !digits.matches("0*"))
        : Optional.empty();
  }

  private static String digits(String amount) {
    return amount.replaceAll("[,.]", "");
  }
}
