package app.oegukmin.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The policy that an authorizer returns (aws §2 #24). */
final class Policy {

  /** What a policy says about one call. */
  enum Verdict {
    ALLOWED,
    DENIED,
    NOT_ALLOWED
  }

  /** In characters (aws §1.1); what AWS responds to a longer one is from memory. */
  private static final int LONGEST_PATTERN = 512;

  private record Statement(boolean allows, List<Pattern> actions, List<Pattern> resources) {

    boolean covers(String methodArn) {
      return matches(actions, "execute-api:Invoke") && matches(resources, methodArn);
    }

    private static boolean matches(List<Pattern> patterns, String text) {
      return patterns.stream().anyMatch(pattern -> pattern.matcher(text).matches());
    }
  }

  private final List<Statement> statements = new ArrayList<>();

  /**
   * Reads a policy document.
   *
   * @throws IllegalArgumentException when it is none, or has what is not reproduced here
   */
  Policy(JsonNode document) {
    JsonNode list = document.path("Statement");
    if (!list.isArray() && !list.isObject()) {
      throw new IllegalArgumentException("The policy has no Statement");
    }
    for (JsonNode statement : list.isArray() ? list : List.of(list)) {
      statements.add(statement(statement));
    }
  }

  /** An explicit Deny beats every Allow. */
  Verdict about(String methodArn) {
    List<Statement> covering = statements.stream().filter(s -> s.covers(methodArn)).toList();
    if (covering.isEmpty()) {
      return Verdict.NOT_ALLOWED;
    }
    return covering.stream().allMatch(Statement::allows) ? Verdict.ALLOWED : Verdict.DENIED;
  }

  private static Statement statement(JsonNode statement) {
    for (String key : List.of("Condition", "NotAction", "NotResource")) {
      if (statement.has(key)) {
        throw new IllegalArgumentException(key + " is not supported here");
      }
    }
    String effect = statement.path("Effect").asText();
    if (!effect.equals("Allow") && !effect.equals("Deny")) {
      throw new IllegalArgumentException("The policy's Effect is '" + effect + "'");
    }
    return new Statement(
        effect.equals("Allow"),
        patterns(statement.path("Action"), Pattern.CASE_INSENSITIVE),
        patterns(statement.path("Resource"), 0));
  }

  /** One text or a list of texts with the wildcards {@code *} and {@code ?}. */
  private static List<Pattern> patterns(JsonNode texts, int flags) {
    List<Pattern> patterns = new ArrayList<>();
    for (JsonNode text : texts.isArray() ? texts : List.of(texts)) {
      if (!text.isTextual()) {
        throw new IllegalArgumentException("The policy lacks an Action or a Resource");
      }
      if (text.asText().length() > LONGEST_PATTERN) {
        throw new IllegalArgumentException("The policy has a text above 512 characters");
      }
      String quoted = Pattern.quote(text.asText());
      patterns.add(Pattern.compile(quoted.replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"), flags));
    }
    return patterns;
  }
}
