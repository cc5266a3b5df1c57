package app.oegukmin.chatbot;

import app.oegukmin.chatbot.ChatbotFailure.Kind;
import app.oegukmin.shared.secret.Secret;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The operator's secret: the key of an OpenAI-compatible vendor. Under it answers are named in
 * their table, with Bedrock too. An operator may exchange it while functions run.
 */
final class ModelKey {

  private final Secret<Optional<String>> secret;

  ModelKey(Secret<Optional<String>> secret) {
    this.secret = secret;
  }

  /**
   * The key now.
   *
   * @throws ChatbotFailure when there is none, or it cannot be read
   */
  String get() {
    return read(secret::get)
        .orElseThrow(() -> new ChatbotFailure(Kind.NO_KEY, "No key has been put"));
  }

  /**
   * Another key than one that was refused; empty when there is no other.
   *
   * @throws ChatbotFailure when it cannot be read
   */
  Optional<String> instead(String refused) {
    return read(() -> secret.instead(Optional.of(refused)).flatMap(Function.identity()));
  }

  private static Optional<String> read(Supplier<Optional<String>> source) {
    try {
      return source.get();
    } catch (SdkException e) {
      throw new ChatbotFailure(
          Kind.UNAVAILABLE, "The key cannot be read: " + e.getClass().getSimpleName());
    }
  }
}
