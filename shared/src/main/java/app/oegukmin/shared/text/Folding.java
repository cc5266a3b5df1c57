package app.oegukmin.shared.text;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes one text of all that look the same to a reader (F-57, F-58):
 *
 * <ul>
 *   <li>letters in any case, of full or half width, ligatures, circled ones and Roman numerals,
 *       Hangul in pieces, as Macs write it (Unicode's form NFKC, Unicode Standard Annex 15)
 *   <li>every hyphen, dash and minus, every quotation mark, middle dot, tilde and slash
 *   <li>every space, one for one
 *   <li>text with and without invisible characters: soft hyphens, zero-width spaces, marks of
 *       direction
 * </ul>
 *
 * <p>Folding a folded text changes nothing.
 */
public final class Folding {

  private static final Map<Pattern, String> LOOKALIKES = lookalikes();

  private Folding() {}

  // In this order: a wave dash is a tilde here, and Unicode calls it a dash.
  private static Map<Pattern, String> lookalikes() {
    Map<String, String> characters = new LinkedHashMap<>();
    characters.put("\\p{Cf}\\ufe00-\\ufe0f", "");
    characters.put("\\p{Z}\\s\u3164\uffa0", " ");
    characters.put("\u223c\u301c\u3030\uff5e", "~");
    characters.put("\\p{Pd}\u2212\u2043\u207b\u208b", "-");
    characters.put("\u2018\u2019\u201a\u201b\u2032\u02bc`\u00b4\uff07\uff40", "'");
    characters.put("\u201c\u201d\u201e\u201f\u2033\uff02", "\"");
    characters.put("\u00b7\u0387\u119e\u2022\u2027\u22c5\u30fb\u318d\uff65", "\u2219");
    characters.put("\u2044\u2215", "/");
    Map<Pattern, String> patterns = new LinkedHashMap<>();
    characters.forEach((set, one) -> patterns.put(Pattern.compile("[" + set + "]"), one));
    return patterns;
  }

  /** The text that stands for all that look like this one. */
  public static String fold(String text) {
    String plain = alike(Normalizer.normalize(text, Normalizer.Form.NFC));
    String compatible = Normalizer.normalize(plain, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    // Compatibility forms hold such characters, too.
    return Normalizer.normalize(alike(compatible), Normalizer.Form.NFKC);
  }

  private static String alike(String text) {
    String plain = text;
    for (Map.Entry<Pattern, String> each : LOOKALIKES.entrySet()) {
      plain = each.getKey().matcher(plain).replaceAll(each.getValue());
    }
    return plain;
  }
}
