package app.oegukmin.chatbot;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.text.Folding;
import java.util.EnumSet;
import java.util.Set;

/**
 * What somebody asks.
 *
 * @param text in NFC
 * @param language in which the answer is to be
 */
record Question(String text, Language language) {

  /** The text that all questions share which differ in case, width, spaces and last marks alone. */
  String normalised() {
    return Folding.fold(text).replaceAll("\\s+", " ").replaceAll("[?!.。~ ]+$", "").strip();
  }

  /** In which languages passages are looked for: that of the answer, that asked in, and Korean. */
  Set<Language> searched() {
    Set<Language> languages = EnumSet.of(language, Language.KO);
    if (text.codePoints().noneMatch(point -> is(point, Character.UnicodeScript.HANGUL))) {
      boolean chinese = text.codePoints().anyMatch(point -> is(point, Character.UnicodeScript.HAN));
      languages.add(chinese ? Language.ZH : Language.EN_US);
    }
    return languages;
  }

  private static boolean is(int point, Character.UnicodeScript script) {
    return Character.UnicodeScript.of(point) == script;
  }
}
