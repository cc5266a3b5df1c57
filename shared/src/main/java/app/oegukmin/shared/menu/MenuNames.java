package app.oegukmin.shared.menu;

import app.oegukmin.shared.language.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The names of cafeterias and corners that the app recognises, in all languages (contract §8.4).
 * They are fixed, because the app hides every dish under any other name (D-M3). A name that is not
 * among them stays as it is.
 *
 * <p>The file holds a line per cafeteria: Korean, English, Chinese, with tabs between; a line per
 * corner follows, with a tab before.
 */
public final class MenuNames {

  private record Name(String korean, String english, String chinese) {

    String in(Language language) {
      return switch (language) {
        case KO -> korean;
        case EN_US -> english;
        case ZH -> chinese;
      };
    }
  }

  private final Map<String, Name> cafeterias = new HashMap<>();
  private final Map<List<String>, Name> corners = new HashMap<>();

  /** The names of the contract. */
  public MenuNames() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                MenuNames.class.getResourceAsStream("names.tsv"), StandardCharsets.UTF_8))) {
      String cafeteria = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Name name = name(line.strip().split("\t", -1));
        if (line.startsWith("\t")) {
          corners.put(List.of(cafeteria, normalCorner(name.korean())), name);
        } else {
          cafeteria = normalCafeteria(name.korean());
          cafeterias.put(cafeteria, name);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The names are part of this jar", e);
    }
  }

  private static Name name(String[] columns) {
    return new Name(columns[0], columns[1], columns[2]);
  }

  /** A cafeteria's name; feeds may leave out the place in parentheses, as they did in 2016. */
  public String cafeteria(String korean, Language language) {
    Name name = cafeterias.get(normalCafeteria(korean));
    return name == null ? korean : name.in(language);
  }

  /**
   * A corner's name in its cafeteria; feeds spell its line breaks in several ways and may put the
   * place in parentheses.
   */
  public String corner(String cafeteria, String korean, Language language) {
    Name name = corners.get(List.of(normalCafeteria(cafeteria), normalCorner(korean)));
    return name == null ? korean : name.in(language);
  }

  private static String normalCafeteria(String name) {
    return name.replaceAll("\\([^)]*\\)|\\s", "");
  }

  private static String normalCorner(String name) {
    return name.replaceAll("(?i)<br\\s*/?>|\\([^)]*\\)|\\s", "").toUpperCase(Locale.ROOT);
  }
}
