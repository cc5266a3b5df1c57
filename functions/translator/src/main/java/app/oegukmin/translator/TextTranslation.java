package app.oegukmin.translator;

import app.oegukmin.shared.language.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/**
 * Translates plain texts: titles, departments, dishes. One with a name that is never translated
 * goes as HTML, because a vendor can be told so in HTML alone.
 */
final class TextTranslation {

  private final TranslationMemory memory;
  private final HtmlTranslation html;
  private final KeptNames names;

  TextTranslation(TranslationMemory memory, HtmlTranslation html, KeptNames names) {
    this.memory = memory;
    this.html = html;
    this.names = names;
  }

  /**
   * One translation for each text, in order.
   *
   * @throws TranslationFailure when one of them cannot be translated now; what was paid is stored
   */
  List<String> translate(List<String> texts, Language target) {
    List<String> plain = texts.stream().filter(text -> !names.in(text)).toList();
    Map<String, String> known = new HashMap<>();
    put(known, plain, memory.translate(plain, TextFormat.TEXT, target));
    List<String> named = texts.stream().filter(names::in).distinct().toList();
    put(known, named, translateNamed(named, target));
    return texts.stream().map(known::get).toList();
  }

  private List<String> translateNamed(List<String> texts, Language target) {
    List<HtmlPieces> pieces = new ArrayList<>();
    for (String text : texts) {
      pieces.add(HtmlPieces.split(Entities.escape(text), Translator.MAX_TEXT_BYTES, names));
    }
    return pieces.stream()
        .map(each -> each.join(html.translate(each.texts(), target)))
        .map(joined -> Parser.unescapeEntities(joined, false))
        .toList();
  }

  private static void put(
      Map<String, String> known, List<String> texts, List<String> translations) {
    IntStream.range(0, texts.size()).forEach(i -> known.put(texts.get(i), translations.get(i)));
  }
}
