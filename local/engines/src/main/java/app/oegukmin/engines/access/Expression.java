package app.oegukmin.engines.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * An expression of a DynamoDB request: a projection, condition, filter, key condition or update.
 *
 * @param names what its placeholders stand for, {@code {"#n": "name"}}
 */
record Expression(String text, JsonNode names) {

  // A word, what makes it the name of a nested attribute, and what makes it a function.
  private static final Pattern WORD = Pattern.compile("(\\.\\s*)?([#:]?\\w+)(\\s*\\()?");
  private static final Pattern EQUALITY = Pattern.compile("(#?\\w+)\\s*=\\s*(:\\w+)");
  private static final Set<String> KEYWORDS =
      Set.of("SET", "REMOVE", "ADD", "DELETE", "AND", "OR", "NOT", "BETWEEN", "IN");

  /** The attributes it names; of {@code a.b[1]} that is {@code a}. */
  Set<String> attributes() {
    Set<String> attributes = new LinkedHashSet<>();
    WORD.matcher(text)
        .results()
        .filter(Expression::isAttribute)
        .forEach(word -> attributes.add(name(word.group(2))));
    return attributes;
  }

  private static boolean isAttribute(MatchResult match) {
    String word = match.group(2);
    boolean nested = match.group(1) != null;
    boolean function = match.group(3) != null;
    return !nested
        && !function
        && !word.startsWith(":")
        && !Character.isDigit(word.charAt(0))
        && !KEYWORDS.contains(word.toUpperCase(Locale.ROOT));
  }

  /** The placeholder of the value that an attribute must equal. */
  Optional<String> valueOf(String attribute) {
    return EQUALITY
        .matcher(text)
        .results()
        .filter(equality -> name(equality.group(1)).equals(attribute))
        .map(equality -> equality.group(2))
        .findFirst();
  }

  private String name(String word) {
    return names.path(word).asText(word);
  }
}
