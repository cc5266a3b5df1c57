package app.oegukmin.chatbot;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The numbers in brackets by which a model names passages: {@code [1]}, {@code [1, 2]}, {@code
 * ［１］}, {@code 【1】}. Between two characters that no plain text has, they survive the removal of
 * other brackets.
 */
final class Citation {

  static final char BEGIN = '\ue000';
  static final char END = '\ue001';

  // Possessive: else a long list would need a frame of the stack for each number.
  private static final Pattern WRITTEN =
      Pattern.compile(
          "[\\[［【〔]\\s*(?:(?i:passage|source)|출처|来源)?\\s*"
              + "(\\p{Nd}{1,4}(?:\\s*[,，、;]\\s*\\p{Nd}{1,4})*+)\\s*[\\]］】〕]");
  private static final Pattern MARKED = Pattern.compile(BEGIN + "([\\d,]+)" + END);
  private static final Pattern NOT_DIGITS = Pattern.compile("\\P{Nd}+");

  private Citation() {}

  /** A plain text with its citations marked. */
  static String mark(String text) {
    return WRITTEN.matcher(text).replaceAll(found -> BEGIN + digits(found.group(1)) + END);
  }

  /** The numbers in a marked text, in their order. */
  static List<Integer> numbers(String marked) {
    return MARKED
        .matcher(marked)
        .results()
        .flatMap(found -> Stream.of(found.group(1).split(",", -1)))
        .map(Integer::valueOf)
        .distinct()
        .toList();
  }

  /** A marked text without its citations. */
  static String remove(String marked) {
    Matcher found = MARKED.matcher(marked);
    return found.replaceAll("");
  }

  private static String digits(String list) {
    StringBuilder plain = new StringBuilder();
    NOT_DIGITS
        .matcher(list)
        .replaceAll(",")
        .codePoints()
        .forEach(
            point -> {
              if (point == ',') {
                plain.append(',');
              } else {
                plain.append(Character.digit(point, 10));
              }
            });
    return plain.toString();
  }
}
