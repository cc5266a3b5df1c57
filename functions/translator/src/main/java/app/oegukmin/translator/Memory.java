package app.oegukmin.translator;

import app.oegukmin.shared.notice.Language;
import app.oegukmin.translator.TranslationFailure.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Translates by the glossary first, by what is remembered second and by the machine last. The same
 * text is paid once (D-N7), also when two workers want it at the same time: who pays has claimed it
 * before.
 */
final class Memory {

  // Longer than the function may run, so that a claim outlives its owner only when it was killed.
  private static final Duration CLAIM = Duration.ofMinutes(3);

  private final Glossary glossary;
  private final TranslationTable table;
  private final Translator machine;
  private final Clock clock;

  Memory(Glossary glossary, TranslationTable table, Translator machine, Clock clock) {
    this.glossary = glossary;
    this.table = table;
    this.machine = machine;
    this.clock = clock;
  }

  /**
   * One translation for each text, in order. A text without a letter is its own translation.
   *
   * @throws TranslationFailure when one of them cannot be had now; what was paid is remembered
   */
  List<String> translate(List<String> texts, TextFormat format, Language target) {
    Map<String, String> known = new HashMap<>();
    texts.forEach(text -> fixed(text, format, target).ifPresent(t -> known.put(text, t)));
    known.putAll(remembered(missing(texts, known), format, target));
    known.putAll(bought(missing(texts, known), format, target));
    return texts.stream().map(known::get).toList();
  }

  private static List<String> missing(List<String> texts, Map<String, String> known) {
    return texts.stream().filter(text -> !known.containsKey(text)).distinct().toList();
  }

  private Optional<String> fixed(String text, TextFormat format, Language target) {
    if (text.codePoints().noneMatch(Character::isLetter)) {
      return Optional.of(text);
    }
    return format == TextFormat.TEXT ? glossary.find(text, target) : Optional.empty();
  }

  private Map<String, String> remembered(List<String> texts, TextFormat format, Language target) {
    Map<TranslationKey, String> textOf =
        texts.stream()
            .collect(Collectors.toMap(text -> TranslationKey.of(text, format, target), t -> t));
    Map<String, String> remembered = new HashMap<>();
    table.find(textOf.keySet()).forEach((key, t) -> remembered.put(textOf.get(key), t));
    return remembered;
  }

  private Map<String, String> bought(List<String> texts, TextFormat format, Language target) {
    Instant now = clock.instant();
    Instant until = now.plus(CLAIM);
    List<String> claimed =
        texts.stream()
            .filter(text -> table.claim(TranslationKey.of(text, format, target), now, until))
            .toList();
    Map<String, String> bought = new HashMap<>();
    try {
      machine.translate(
          claimed, format, target, (text, t) -> bought.put(text, keep(text, t, format, target)));
    } finally {
      missing(claimed, bought)
          .forEach(text -> table.release(TranslationKey.of(text, format, target), until));
    }
    bought.putAll(remembered(missing(texts, bought), format, target));
    if (bought.size() < texts.size()) {
      throw new TranslationFailure(Kind.CLAIMED, "Another worker is translating the same text");
    }
    return bought;
  }

  private String keep(String text, String translation, TextFormat format, Language target) {
    String usable = translation.isBlank() ? text : translation;
    table.store(TranslationKey.of(text, format, target), usable);
    return usable;
  }
}
