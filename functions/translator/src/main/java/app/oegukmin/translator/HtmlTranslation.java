package app.oegukmin.translator;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.translator.Markup.Seam;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Translates HTML so that its markup stays, also when the vendor doubles, loses or adds a tag
 * (F-28, F-51). Of such a translation the sound blocks are used. The others are asked for once more
 * by themselves; what comes back damaged again is translated between its tags. The damaged ones
 * stay in the memory, because they are paid, and are never used.
 */
final class HtmlTranslation {

  /** Counts what came back other than it should, told apart by {@code Kind}. */
  static final String TROUBLE = "TranslationTrouble";

  private final TranslationMemory memory;
  private final Metrics changed;
  private final Metrics korean;

  HtmlTranslation(TranslationMemory memory, Metrics metrics) {
    this.memory = memory;
    this.changed = metrics.by("Kind", "MarkupChanged");
    this.korean = metrics.by("Kind", "LeftKorean");
  }

  /**
   * One translation for each text of {@link HtmlPieces#texts()}, in order, with the text's markup.
   *
   * @throws TranslationFailure when one of them cannot be translated now; what was paid is stored
   */
  List<String> translate(List<String> texts, Language target) {
    return translate(texts, target, List.of(Seam.values()));
  }

  private List<String> translate(List<String> texts, Language target, List<Seam> seams) {
    List<String> answers = memory.translate(texts, TextFormat.HTML, target);
    List<Mended> mended = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      mended.add(mended(texts.get(i), answers.get(i), seams));
    }
    List<String> open = mended.stream().flatMap(Mended::open).distinct().toList();
    Map<String, String> found = new HashMap<>();
    if (!open.isEmpty()) {
      List<String> translations = translate(open, target, seams.subList(1, seams.size()));
      for (int i = 0; i < open.size(); i++) {
        found.put(open.get(i), translations.get(i));
      }
    }
    return mended.stream().map(each -> each.html(found)).toList();
  }

  private Mended mended(String text, String answer, List<Seam> seams) {
    if (Markup.agree(text, answer)) {
      return Mended.whole(answer);
    }
    if (seams.isEmpty()) {
      korean.count(TROUBLE, 1);
      return Mended.whole(text);
    }
    changed.count(TROUBLE, 1);
    return Mended.of(text, answer, seams.getFirst());
  }

  /** A part of a text: as it is used, or still to be translated. */
  private record Part(String html, boolean open) {}

  /** A text whose translation is used as far as it is sound. */
  private record Mended(Markup markup, List<Part> parts) {

    static Mended whole(String html) {
      return new Mended(
          new Markup(List.of(), List.of(), List.of(html)), List.of(new Part(html, false)));
    }

    static Mended of(String text, String answer, Seam at) {
      Markup before = Markup.of(text, at);
      Markup after = Markup.of(answer, at);
      boolean aligned = before.tags().equals(after.tags());
      List<Part> parts = new ArrayList<>();
      for (int i = 0; i < before.between().size(); i++) {
        String part = before.between().get(i);
        if (before.kept(i) || !Markup.hasWords(part)) {
          parts.add(new Part(part, false));
        } else if (aligned && Markup.agree(part, after.between().get(i))) {
          parts.add(new Part(after.between().get(i), false));
        } else {
          parts.add(new Part(part, true));
        }
      }
      return new Mended(before, parts);
    }

    Stream<String> open() {
      return parts.stream().filter(Part::open).map(Part::html);
    }

    String html(Map<String, String> found) {
      return markup.with(
          parts.stream()
              .map(part -> part.open() ? found.get(part.html()) : part.html())
              .collect(Collectors.toList()));
    }
  }
}
