package app.oegukmin.shared.env;

import java.util.Map;
import java.util.Optional;

/**
 * The variables of one function, read in one place. A function gets them through its constructor:
 * from {@code System.getenv()} on Lambda, from the template on one machine.
 */
public record Environment(Map<String, String> variables) {

  public Environment {
    variables = Map.copyOf(variables);
  }

  /**
   * The value of a variable that the function cannot work without.
   *
   * @throws IllegalStateException naming the variable when it is absent or blank
   */
  public String require(String name) {
    return optional(name)
        .orElseThrow(() -> new IllegalStateException("Missing environment variable " + name));
  }

  /** The value of a variable, empty when it is absent or blank. */
  public Optional<String> optional(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  /** The function's name, by which what it calls knows it; empty outside Lambda. */
  public Optional<String> function() {
    return optional("AWS_LAMBDA_FUNCTION_NAME");
  }
}
