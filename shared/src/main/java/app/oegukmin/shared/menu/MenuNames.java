package app.oegukmin.shared.menu;

import app.oegukmin.shared.language.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names of cafeterias and corners that the app recognises, in all languages (contract §8.4).
 * They are fixed, because the app hides every dish under any other name (D-M3). A name that is not
 * among them stays as it is.
 *
 * <p>The file holds a line per cafeteria: Korean, English, Chinese, with tabs between; a line per
 * corner follows, with a tab before. Behind the Chinese name stand other spellings of the Korean
 * one, which feeds have used.
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

  private record Cafeteria(Name name, Map<String, Name> spellings, List<String> corners) {

    Cafeteria(Name name) {
      this(name, new HashMap<>(), new ArrayList<>());
    }
  }

  private final Map<String, Cafeteria> cafeterias = new HashMap<>();

  /** The names of the contract. */
  public MenuNames() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                MenuNames.class.getResourceAsStream("names.tsv"), StandardCharsets.UTF_8))) {
      Cafeteria cafeteria = null;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        List<String> columns = Arrays.asList(line.strip().split("\t", -1));
        Name name = new Name(columns.get(0), columns.get(1), columns.get(2));
        if (line.startsWith("\t")) {
          addCorner(cafeteria, name, columns.subList(3, columns.size()));
        } else {
          cafeteria = new Cafeteria(name);
          cafeterias.put(normalCafeteria(withoutPlace(name.korean())), cafeteria);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The names are part of this jar", e);
    }
  }

  // Feeds may leave out the number of a corner, which the name has in front.
  private static void addCorner(Cafeteria cafeteria, Name name, List<String> otherSpellings) {
    cafeteria.corners().add(name.korean());
    String normal = normalCorner(name.korean());
    cafeteria.spellings().put(normal, name);
    cafeteria.spellings().put(normal.replaceFirst("^\\d코너", ""), name);
    otherSpellings.forEach(other -> cafeteria.spellings().put(normalCorner(other), name));
  }

  /** A cafeteria's name; feeds may leave out the place in parentheses, as they did in 2016. */
  public String cafeteria(String korean, Language language) {
    return find(korean).map(found -> found.name().in(language)).orElse(korean);
  }

  /**
   * A corner's name in its cafeteria; feeds spell its line breaks in several ways and may put the
   * place in parentheses.
   */
  public String corner(String cafeteria, String korean, Language language) {
    return find(cafeteria, korean).map(name -> name.in(language)).orElse(korean);
  }

  /** Whether the app shows a cafeteria, in any spelling that is known here. */
  public boolean knows(String cafeteria) {
    return find(cafeteria).isPresent();
  }

  /** Whether the app shows a corner of a cafeteria, likewise. */
  public boolean knows(String cafeteria, String corner) {
    return find(cafeteria, corner).isPresent();
  }

  /** The Korean names of a known cafeteria's corners, in the contract's order. */
  public List<String> corners(String cafeteria) {
    return List.copyOf(find(cafeteria).orElseThrow().corners());
  }

  // What stands in parentheses is the place, or the kind of meals: 생활관식당(정기식).
  private Optional<Cafeteria> find(String korean) {
    return Optional.ofNullable(cafeterias.get(normalCafeteria(withoutPlace(korean))))
        .or(() -> Optional.ofNullable(cafeterias.get(normalCafeteria(korean))));
  }

  private Optional<Name> find(String cafeteria, String corner) {
    return find(cafeteria).map(found -> found.spellings().get(normalCorner(corner)));
  }

  private static String normalCafeteria(String name) {
    return normal(name).replaceAll("[()]", "");
  }

  private static String normalCorner(String name) {
    return normal(withoutPlace(name.replaceAll("<[^>]*>", ""))).toUpperCase(Locale.ROOT);
  }

  private static String withoutPlace(String name) {
    return Normalizer.normalize(name, Form.NFKC).replaceAll("\\([^)]*\\)", "");
  }

  // What a reader does not see, or does not miss.
  private static String normal(String name) {
    return Normalizer.normalize(name, Form.NFKC).replaceAll("[\\s\\p{Z}\\p{Cf}.·ㆍ]", "");
  }
}
