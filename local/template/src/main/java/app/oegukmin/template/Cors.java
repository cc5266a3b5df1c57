package app.oegukmin.template;

import java.util.Optional;

/**
 * What SAM lets the {@code OPTIONS} method of every path respond (aws §2 #23).
 *
 * @param methods empty for the methods that the path has
 * @param headers empty for none
 * @param maxAge how many seconds a browser may remember it
 */
public record Cors(
    String origin, Optional<String> methods, Optional<String> headers, Optional<String> maxAge) {

  /** Reads an API's {@code Cors}: an origin alone, or a mapping. */
  static Optional<Cors> read(Section api) {
    return api.find("Cors")
        .map(
            node ->
                node instanceof Node.Text origin
                    ? new Cors(
                        unquote(origin.value(), origin.line()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                    : cors(api.section("Cors")));
  }

  private static Cors cors(Section cors) {
    cors.only("AllowOrigin", "AllowMethods", "AllowHeaders", "MaxAge");
    return new Cors(
        unquote(cors.text("AllowOrigin"), cors.line()),
        value(cors, "AllowMethods"),
        value(cors, "AllowHeaders"),
        value(cors, "MaxAge"));
  }

  private static Optional<String> value(Section cors, String key) {
    return cors.optional(key).map(text -> unquote(text, cors.line()));
  }

  /** API Gateway takes a value without quotes for the name of a mapping and refuses it. */
  private static String unquote(String text, int line) {
    if (!text.matches("'.*'")) {
      throw new TemplateException(
          line, "a value of Cors stands in single quotes: \"'" + text + "'\"");
    }
    return text.substring(1, text.length() - 1);
  }
}
