package app.oegukmin.local.run;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code make run} was asked for.
 *
 * @param root the checkout
 * @param port where the gateway listens
 * @param campus which university is crawled
 * @param boards the boards that the first crawl reads, empty for all and the menus
 * @param strict whether signing in takes a Firebase ID token
 * @param concurrency how many executions of functions run at once in the account
 * @param lazy whether a function is loaded only when it is first called
 * @param chatbot what writes the chatbot's answers: {@code none}, {@code openai} or {@code bedrock}
 * @param openSearch whether OpenSearch searches, and not Lucene
 * @param trouble the seed of what goes wrong at the sample's sites and DeepL, empty for nothing
 */
record Settings(
    Path root,
    int port,
    CampusChoice campus,
    List<String> boards,
    boolean strict,
    int concurrency,
    boolean lazy,
    String chatbot,
    boolean openSearch,
    Optional<Long> trouble) {

  private static final int LARGEST_PORT = 65_535;
  private static final int LARGEST_SEED = 99_999;

  /** What AWS gives an account that has asked for no more; a new one may have 10. */
  private static final int LARGEST_CONCURRENCY = 1_000;

  /**
   * Reads {@code PORT} (8080), {@code CAMPUS} (sample), {@code BOARDS} (all, or names with commas
   * between), {@code SIGN_IN_MODE} (legacy), {@code CONCURRENCY} (1000), {@code LAZY} (no), {@code
   * CHATBOT} (none), {@code SEARCH_ENGINE} (lucene) and {@code TROUBLE} (none).
   *
   * @throws IllegalArgumentException with a sentence for people
   */
  static Settings of(Map<String, String> environment, Path root) {
    return new Settings(
        root.toAbsolutePath().normalize(),
        number("PORT", given(environment, "PORT", "8080"), LARGEST_PORT),
        CampusChoice.of(given(environment, "CAMPUS", "sample")),
        boards(given(environment, "BOARDS", "")),
        choice("SIGN_IN_MODE", given(environment, "SIGN_IN_MODE", "legacy"), "legacy", "strict"),
        number("CONCURRENCY", given(environment, "CONCURRENCY", "1000"), LARGEST_CONCURRENCY),
        choice("LAZY", given(environment, "LAZY", "no"), "no", "yes"),
        chatbot(given(environment, "CHATBOT", "none")),
        choice(
            "SEARCH_ENGINE", given(environment, "SEARCH_ENGINE", "lucene"), "lucene", "opensearch"),
        trouble(given(environment, "TROUBLE", "")));
  }

  private static List<String> boards(String names) {
    return Arrays.stream(names.split(",")).map(String::strip).filter(n -> !n.isEmpty()).toList();
  }

  private static Optional<Long> trouble(String seed) {
    if (seed.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of((long) number("TROUBLE", seed, LARGEST_SEED));
  }

  private static String given(Map<String, String> environment, String name, String otherwise) {
    String value = environment.getOrDefault(name, "").strip();
    return value.isEmpty() ? otherwise : value;
  }

  private static String chatbot(String model) {
    if (List.of("none", "openai", "bedrock").contains(model)) {
      return model;
    }
    throw new IllegalArgumentException("CHATBOT is none, openai or bedrock, not " + model + ".");
  }

  /** Whether it is the second of two words. */
  private static boolean choice(String name, String text, String first, String second) {
    if (!text.equals(first) && !text.equals(second)) {
      throw new IllegalArgumentException(
          "%s is %s or %s, not %s.".formatted(name, first, second, text));
    }
    return text.equals(second);
  }

  private static int number(String name, String text, int largest) {
    if (text.matches("\\d{1,5}")) {
      int number = Integer.parseInt(text);
      if (number > 0 && number <= largest) {
        return number;
      }
    }
    throw new IllegalArgumentException(
        "%s is a number from 1 to %d, not %s.".formatted(name, largest, text));
  }
}
