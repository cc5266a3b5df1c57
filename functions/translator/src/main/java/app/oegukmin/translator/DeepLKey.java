package app.oegukmin.translator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

/**
 * The DeepL key: an SSM parameter, read when it is first needed and again every few minutes, so
 * that an operator can exchange it without a deployment.
 */
final class DeepLKey implements Supplier<Optional<String>> {

  private static final Duration KEPT = Duration.ofMinutes(5);

  private final SsmClient ssm;
  private final Optional<String> parameter;
  private final Clock clock;
  private Optional<String> key = Optional.empty();
  private Instant readAgain = Instant.MIN;

  /** The key in a parameter with a name; empty when the deployment names none. */
  DeepLKey(SsmClient ssm, Optional<String> parameter, Clock clock) {
    this.ssm = ssm;
    this.parameter = parameter;
    this.clock = clock;
  }

  /** The key, empty when no parameter is named, none exists or it is blank. */
  @Override
  public Optional<String> get() {
    if (!clock.instant().isBefore(readAgain)) {
      key = parameter.flatMap(this::read).filter(value -> !value.isBlank());
      readAgain = clock.instant().plus(KEPT);
    }
    return key;
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
