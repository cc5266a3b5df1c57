package app.oegukmin.local.campus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * English and Chinese for what the campus writes, from {@code campus/phrases.txt} and {@code
 * dishes.txt}: blocks of three lines, Korean, English, Chinese. Numbers, days and semesters of a
 * phrase may be any others; a line put together from phrases needs no block of its own.
 */
final class PhraseBook {

  static final String ENGLISH = "EN";
  static final String CHINESE = "ZH";

  private static final Pattern HANGUL = Pattern.compile("[가-힣]");
  private static final Pattern BULLET = Pattern.compile("(?:\\d{1,2}\\.|[■※○▶-])\\s+");
  private static final Pattern JOINT =
      Pattern.compile("\\s*[\\[\\]()<>→~]\\s*|\\s*[:/,]\\s+|\\s+/\\s*|\\s+-\\s+");

  private final Map<String, Map<String, String>> byLanguage;

  private PhraseBook(Map<String, Map<String, String>> byLanguage) {
    this.byLanguage = byLanguage;
  }

  static PhraseBook load() {
    return of(read("/campus/phrases.txt") + "\n" + read("/campus/dishes.txt"));
  }

  private static String read(String resource) {
    try (InputStream file = PhraseBook.class.getResourceAsStream(resource)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }

  static PhraseBook of(String blocks) {
    Map<String, String> english = new HashMap<>();
    Map<String, String> chinese = new HashMap<>();
    for (String block : blocks.strip().split("\\n\\s*\\n", -1)) {
      List<String> lines = block.strip().lines().toList();
      if (lines.size() != 3) {
        throw new IllegalArgumentException("Not three lines: " + block);
      }
      PhraseValues values = PhraseValues.of(lines.getFirst());
      english.put(values.skeleton(), values.withoutIn(lines.get(1)));
      chinese.put(values.skeleton(), values.withoutIn(lines.get(2)));
    }
    return new PhraseBook(Map.of(ENGLISH, english, CHINESE, chinese));
  }

  /** A text in another language, or as it is behind a mark when a part of it is not known. */
  String translate(String korean, String language) {
    return find(korean, language).orElseGet(() -> "[" + language + "] " + korean);
  }

  /** A text in another language, empty when a part of it is not known. */
  Optional<String> find(String korean, String language) {
    String text = korean.replaceAll("[\\s\\u00A0]+", " ").strip();
    Matcher bullet = BULLET.matcher(text);
    String mark = bullet.lookingAt() ? bullet.group() : "";
    PhraseValues values = PhraseValues.of(text.substring(mark.length()));
    return whole(values.text(), language)
        .or(() -> joined(values.text(), language))
        .map(translated -> mark + values.filled(translated, language));
  }

  private Optional<String> whole(String text, String language) {
    if (!HANGUL.matcher(text).find()) {
      return Optional.of(text);
    }
    return Optional.ofNullable(byLanguage.get(language).get(PhraseValues.skeleton(text)))
        .map(phrase -> PhraseValues.withSlotsOf(text, phrase));
  }

  private Optional<String> joined(String text, String language) {
    StringBuilder joined = new StringBuilder();
    Matcher joint = JOINT.matcher(text);
    int end = 0;
    while (joint.find()) {
      Optional<String> part = whole(text.substring(end, joint.start()), language);
      if (part.isEmpty()) {
        return part;
      }
      joined.append(part.get()).append(joint.group());
      end = joint.end();
    }
    return whole(text.substring(end), language).map(last -> joined.append(last).toString());
  }
}
