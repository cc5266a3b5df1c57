package app.oegukmin.chatbot;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a plain text into sentences of Korean, English and Chinese. A citation behind a full stop
 * belongs to the sentence before it. In doubt a text is cut: what is cut off loses its citation and
 * is not shown.
 */
final class Sentences {

  private static final String ENDS = "!?。！？｡؟۔।…‼⁇⁈⁉";
  private static final Pattern TAIL =
      Pattern.compile(
          "[.!?。！？…\"'”’」』)]*(?:\\s*" + Citation.BEGIN + "[\\d,]+" + Citation.END + ")*+");
  private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-•·▪■○※]|\\d{1,2}[.)])\\s+");

  // 2026. 11. 29. is one date, a.m. and No. end nothing.
  private static final Pattern DATE = Pattern.compile("(?:\\d{4}\\.\\s?)?\\d{1,2}\\.\\s?\\d{1,2}$");
  private static final Pattern DATE_PART = Pattern.compile("(?<![\\d.])(?:\\d{4}|\\d{1,2})$");
  private static final Pattern DAY = Pattern.compile("\\d{1,2}(?!\\d)");
  private static final Pattern LETTERS = Pattern.compile("(?<![a-zA-Z])(?:[a-zA-Z]\\.)+[a-zA-Z]$");
  private static final Pattern TITLE =
      Pattern.compile("(?<![a-zA-Z])(?:No|Dr|Mr|Ms|Prof|Rm|Bldg)$");

  private Sentences() {}

  /** The sentences in their order, with their citations; the end of a line ends a sentence. */
  static List<String> of(String text) {
    List<String> sentences = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      cut(BULLET.matcher(line).replaceFirst(""), sentences);
    }
    return sentences;
  }

  private static void cut(String line, List<String> sentences) {
    Matcher tail = TAIL.matcher(line);
    int start = 0;
    for (int i = 0; i < line.length(); i++) {
      if (ends(line, i)) {
        boolean more = tail.region(i + 1, line.length()).lookingAt();
        int end = more ? tail.end() : i + 1;
        add(line.substring(start, end), sentences);
        start = end;
        i = start - 1;
      }
    }
    add(line.substring(start), sentences);
  }

  private static void add(String sentence, List<String> sentences) {
    if (!sentence.isBlank()) {
      sentences.add(sentence.strip());
    }
  }

  private static boolean ends(String line, int at) {
    char end = line.charAt(at);
    if (ENDS.indexOf(end) >= 0) {
      return true;
    }
    if (end != '.' && end != '．') {
      return false;
    }
    String before = line.substring(Math.max(0, at - 20), at);
    String after = line.substring(at + 1);
    if (after.isBlank()) {
      return true;
    }
    return betweenWords(after.charAt(0))
        ? !goesOn(before, after.strip())
        : foreign(before.isEmpty() ? ' ' : before.charAt(before.length() - 1))
            && foreign(after.charAt(0));
  }

  private static boolean betweenWords(char next) {
    return Character.isWhitespace(next) || "\"'”’」』)".indexOf(next) >= 0 || next == Citation.BEGIN;
  }

  private static boolean goesOn(String before, String after) {
    char next = after.charAt(0);
    if (next == Citation.BEGIN) {
      return false;
    }
    return DATE.matcher(before).find()
        || (DATE_PART.matcher(before).find() && DAY.matcher(after).lookingAt())
        || (LETTERS.matcher(before).find() && !Character.isUpperCase(next))
        || TITLE.matcher(before).find();
  }

  // No full stop is forgotten between Latin letters: a dot there is part of a host's name.
  private static boolean foreign(char letter) {
    return Character.isLetter(letter) && letter > 0x7f;
  }
}
