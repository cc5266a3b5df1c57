package app.oegukmin.local.campus;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text whose numbers, days and semesters are taken out: each leaves a slot, a character of the
 * private use area that tells which it was.
 *
 * @param text with slots
 * @param values what was in them
 */
record PhraseValues(String text, List<String> values) {

  private static final char FIRST_SLOT = '\uE000';
  private static final Pattern SLOT = Pattern.compile("[\uE000-\uE0FF]");
  private static final Pattern TERM = Pattern.compile("(\\d{4})학년도 ([12])학기");
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})\\. (\\d{1,2})\\. (\\d{1,2})\\.\\([월화수목금토일]\\)");
  private static final Pattern VALUE =
      Pattern.compile(TERM + "|" + DAY + "|\\{}|\\d(?:[\\d,.:-]*\\d)?");

  PhraseValues {
    values = List.copyOf(values);
  }

  static PhraseValues of(String text) {
    List<String> values = new ArrayList<>();
    String slotted =
        VALUE
            .matcher(text)
            .replaceAll(
                value -> {
                  values.add(value.group());
                  return slot(values.size() - 1);
                });
    return new PhraseValues(slotted, values);
  }

  /** The text with all slots alike: what a phrase is looked up by. */
  String skeleton() {
    return skeleton(text);
  }

  static String skeleton(String text) {
    return SLOT.matcher(text).replaceAll(slot(0));
  }

  /** A translation with slots in the places of this text's values, as far as it has them. */
  String withoutIn(String translation) {
    String slotted = translation;
    for (int i = 0; i < values.size(); i++) {
      slotted = slotted.replaceFirst(Pattern.quote(values.get(i)), slot(i));
    }
    return slotted;
  }

  /** A phrase whose first slot is the first of a part of a text, and so on. */
  static String withSlotsOf(String part, String phrase) {
    List<String> slots = SLOT.matcher(part).results().map(MatchResult::group).toList();
    return SLOT.matcher(phrase).replaceAll(slot -> slots.get(slot.group().charAt(0) - FIRST_SLOT));
  }

  /** A translation with the values back, in its language. */
  String filled(String translation, String language) {
    return SLOT.matcher(translation)
        .replaceAll(
            slot ->
                Matcher.quoteReplacement(
                    value(values.get(slot.group().charAt(0) - FIRST_SLOT), language)));
  }

  private static String value(String value, String language) {
    Matcher term = TERM.matcher(value);
    if (term.matches()) {
      return term(term.group(1), term.group(2), language);
    }
    Matcher day = DAY.matcher(value);
    return day.matches() ? day(day, language) : value;
  }

  private static String term(String year, String term, String language) {
    return language.equals(PhraseBook.ENGLISH)
        ? (term.equals("1") ? "Spring " : "Fall ") + year
        : year + "学年第" + term + "学期";
  }

  private static String day(Matcher day, String language) {
    LocalDate date =
        LocalDate.of(
            Integer.parseInt(day.group(1)),
            Integer.parseInt(day.group(2)),
            Integer.parseInt(day.group(3)));
    return (language.equals(PhraseBook.ENGLISH)
            ? DateTimeFormatter.ofPattern("EEE, MMM d, uuuu", Locale.ENGLISH)
            : DateTimeFormatter.ofPattern("uuuu年M月d日（EEE）", Locale.CHINA))
        .format(date);
  }

  private static String slot(int number) {
    return String.valueOf((char) (FIRST_SLOT + number));
  }
}
