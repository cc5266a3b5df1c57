package app.oegukmin.translator;

import app.oegukmin.shared.language.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Names of the university that have one translation, which replaces the machine's. Only a text that
 * consists of the name alone is looked up; spaces at its ends and doubled ones do not count.
 *
 * <p>The file holds a line per name: Korean, English, Chinese, with tabs between.
 */
final class Glossary {

  private record Name(String korean, String english, String chinese) {

    static Name of(String line) {
      String[] columns = line.split("\t", -1);
      return new Name(columns[0], columns[1], columns[2]);
    }

    String in(Language language) {
      return switch (language) {
        case KO -> korean;
        case EN_US -> english;
        case ZH -> chinese;
      };
    }
  }

  private final Map<String, Name> names;

  /** The university's names. */
  Glossary() {
    this.names = read("glossary.tsv");
  }

  /** The fixed translation of a name, empty when it has none. */
  Optional<String> find(String korean, Language target) {
    return Optional.ofNullable(names.get(normal(korean))).map(name -> name.in(target));
  }

  private static String normal(String name) {
    return name.strip().replaceAll("\\s+", " ");
  }

  private static Map<String, Name> read(String file) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Glossary.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(Name::of)
          .collect(Collectors.toMap(name -> normal(name.korean()), name -> name));
    } catch (IOException e) {
      throw new UncheckedIOException("The glossary is part of this jar", e);
    }
  }
}
