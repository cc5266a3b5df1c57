package app.oegukmin.translator;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.translator.TranslationFailure.Kind;
import app.oegukmin.translator.TranslationTable.Claim;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A translation memory: translates by the glossary first, by stored translations second and by the
 * vendor last. The same text is paid once (D-N7), also when two workers want it at the same time,
 * because a worker claims a text before it pays. A text can be paid twice only if a worker dies
 * inside the call or a response is lost, and that is counted.
 */
final class TranslationMemory {

  /** Counts texts that are sent again after a call whose response was lost. */
  static final String PAID_TWICE = "TranslationMaybePaidTwice";

  // Longer than the function may run, so that a claim runs out only if its owner was killed or does
  // not know whether it has paid.
  private static final Duration CLAIM = Duration.ofMinutes(3);

  private final Glossary glossary;
  private final TranslationTable table;
  private final Translator machine;
  private final Clock clock;
  private final Metrics metrics;

  TranslationMemory(
      Glossary glossary, TranslationTable table, Translator machine, Clock clock, Metrics metrics) {
    this.glossary = glossary;
    this.table = table;
    this.machine = machine;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * One translation for each text, in order. A text without a letter is its own translation.
   *
   * @throws TranslationFailure when one of them cannot be translated now; what was paid is stored
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
    if (texts.isEmpty()) {
      return Map.of();
    }
    Map<String, String> bought = new HashMap<>();
    Deque<List<String>> calls = new ArrayDeque<>(machine.calls(texts));
    while (!calls.isEmpty()) {
      requireNoRefusal();
      Instant until = clock.instant().plus(CLAIM);
      List<String> call = claimed(calls.pop(), format, target, until);
      try {
        bought.putAll(call.isEmpty() ? Map.of() : paid(call, format, target, until));
      } catch (TranslationFailure failure) {
        // The vendor may count otherwise than we do.
        if (failure.kind() != Kind.TOO_LARGE || call.size() == 1) {
          throw failure;
        }
        calls.push(call.subList(call.size() / 2, call.size()));
        calls.push(call.subList(0, call.size() / 2));
      }
    }
    bought.putAll(remembered(missing(texts, bought), format, target));
    if (bought.size() < texts.size()) {
      throw new TranslationFailure(Kind.CLAIMED, "Another worker is translating the same text");
    }
    return bought;
  }

  private void requireNoRefusal() {
    Optional<TranslationFailure> refusal = machine.refusal();
    if (refusal.isPresent()) {
      throw refusal.get();
    }
  }

  private List<String> claimed(
      List<String> texts, TextFormat format, Language target, Instant until) {
    List<String> claimed = new ArrayList<>();
    long takenOver = 0;
    for (String text : texts) {
      Claim claim = table.claim(TranslationKey.of(text, format, target), clock.instant(), until);
      if (claim != Claim.REFUSED) {
        claimed.add(text);
      }
      takenOver += claim == Claim.TAKEN_OVER ? 1 : 0;
    }
    if (takenOver > 0) {
      metrics.count(PAID_TWICE, takenOver);
    }
    return claimed;
  }

  private Map<String, String> paid(
      List<String> call, TextFormat format, Language target, Instant until) {
    Map<String, String> paid = new HashMap<>();
    try {
      List<String> translations = machine.translate(call, format, target).texts();
      for (int i = 0; i < call.size(); i++) {
        paid.put(call.get(i), keep(call.get(i), translations.get(i), format, target));
      }
      return paid;
    } catch (TranslationFailure failure) {
      // A text that may be paid stays claimed; the worker that takes the claim over counts it.
      if (!failure.kind().maybePaid()) {
        call.forEach(text -> table.release(TranslationKey.of(text, format, target), until));
      }
      throw failure;
    }
  }

  private String keep(String text, String translation, TextFormat format, Language target) {
    String usable = translation.isBlank() ? text : translation;
    table.store(TranslationKey.of(text, format, target), usable);
    return usable;
  }
}
