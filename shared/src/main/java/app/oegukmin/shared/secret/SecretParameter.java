package app.oegukmin.shared.secret;

import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

/** Reads a secret from the SSM parameter where an operator puts it. */
public final class SecretParameter implements Supplier<Optional<String>> {

  private final SsmClient ssm;
  private final Optional<String> parameter;

  /** The secret in a parameter with a name; empty when the deployment names none. */
  public SecretParameter(SsmClient ssm, Optional<String> parameter) {
    this.ssm = ssm;
    this.parameter = parameter;
  }

  /** The secret now, empty when no parameter is named, none exists or it is blank. */
  @Override
  public Optional<String> get() {
    return parameter.flatMap(this::read).filter(value -> !value.isBlank());
  }

  private Optional<String> read(String name) {
    try {
      return Optional.of(
          ssm.getParameter(get -> get.name(name).withDecryption(true)).parameter().value());
    } catch (ParameterNotFoundException e) {
      return Optional.empty();
    }
  }
}
