package app.oegukmin.local.run;

import java.nio.file.Path;
import java.util.Map;

/**
 * What {@code make run} was asked for.
 *
 * @param root the checkout
 * @param port where the gateway listens
 * @param campus which university is crawled
 * @param strict whether signing in takes a Firebase ID token
 */
record Settings(Path root, int port, CampusChoice campus, boolean strict) {

  private static final int LARGEST_PORT = 65_535;

  /**
   * Reads {@code PORT} (8080), {@code CAMPUS} (sample) and {@code SIGN_IN_MODE} (legacy).
   *
   * @throws IllegalArgumentException with a sentence for people
   */
  static Settings of(Map<String, String> environment, Path root) {
    return new Settings(
        root.toAbsolutePath().normalize(),
        port(given(environment, "PORT", "8080")),
        CampusChoice.of(given(environment, "CAMPUS", "sample")),
        strict(given(environment, "SIGN_IN_MODE", "legacy")));
  }

  private static String given(Map<String, String> environment, String name, String otherwise) {
    String value = environment.getOrDefault(name, "").strip();
    return value.isEmpty() ? otherwise : value;
  }

  private static boolean strict(String text) {
    return switch (text) {
      case "legacy" -> false;
      case "strict" -> true;
      default ->
          throw new IllegalArgumentException("SIGN_IN_MODE is legacy or strict, not " + text + ".");
    };
  }

  private static int port(String text) {
    if (text.matches("\\d{1,5}")) {
      int port = Integer.parseInt(text);
      if (port > 0 && port <= LARGEST_PORT) {
        return port;
      }
    }
    throw new IllegalArgumentException("PORT is a number from 1 to 65535, not " + text + ".");
  }
}
