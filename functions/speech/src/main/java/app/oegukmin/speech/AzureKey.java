package app.oegukmin.speech;

import app.oegukmin.shared.secret.Secret;
import app.oegukmin.speech.SpeechFailure.Kind;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** The key of the Azure resource, which an operator may exchange while functions run. */
final class AzureKey {

  private final Secret<Optional<String>> secret;

  AzureKey(Secret<Optional<String>> secret) {
    this.secret = secret;
  }

  /**
   * The key now.
   *
   * @throws SpeechFailure when there is none, or it cannot be read
   */
  String get() {
    return read(secret::get)
        .orElseThrow(() -> new SpeechFailure(Kind.NO_KEY, "No key has been put"));
  }

  /**
   * Another key than one that Azure refused; empty when there is no other.
   *
   * @throws SpeechFailure when it cannot be read
   */
  Optional<String> instead(String refused) {
    return read(() -> secret.instead(Optional.of(refused)).flatMap(Function.identity()));
  }

  private static Optional<String> read(Supplier<Optional<String>> source) {
    try {
      return source.get();
    } catch (SdkException e) {
      throw new SpeechFailure(Kind.UNAVAILABLE, "The key cannot be read: " + e.getMessage());
    }
  }
}
