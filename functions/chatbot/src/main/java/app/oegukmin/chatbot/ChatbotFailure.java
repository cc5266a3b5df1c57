package app.oegukmin.chatbot;

import app.oegukmin.shared.secret.Secret;
import app.oegukmin.shared.secret.VendorKey;
import java.time.Duration;
import java.util.Optional;

/** Why a question gets no answer now. It is an expected result, hence without a stack trace. */
final class ChatbotFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What failed, and how many in a row open the circuit (0: none does) for how long. */
  enum Kind {
    /** The passages cannot be asked for. */
    NO_PASSAGES("ChatbotWithoutIndex", 0, Duration.ZERO),
    /** The operator has put no key. */
    NO_KEY("ChatbotWithoutKey", 0, Duration.ZERO),
    /** The model's vendor does not accept the key, or its own quota is used up. */
    KEY_REFUSED("ChatbotKeyRefused", 1, Duration.ofMinutes(10)),
    /** The tokens that the operator allows for this month are used up. */
    CAP_REACHED("ChatbotCapReached", 0, Duration.ZERO),
    /** Too many calls just now. */
    THROTTLED("ChatbotThrottled", 1, Duration.ofSeconds(30)),
    /** Down or unreachable; not paid. */
    UNAVAILABLE("ChatbotUnavailable", 3, Duration.ofSeconds(30)),
    /** No response came in time, so it may be paid. */
    RESPONSE_LOST("ChatbotResponseLost", 3, Duration.ofSeconds(30)),
    /** The response has no text that can be read, and is paid. */
    UNREADABLE("ChatbotUnreadable", 3, Duration.ofSeconds(30)),
    /** The vendor refuses the call, as for a model that it does not have. */
    REJECTED("ChatbotRejected", 3, Duration.ofSeconds(30)),
    /** An equal question is being answered for too long. */
    BUSY("ChatbotBusy", 0, Duration.ZERO);

    private final String metric;
    private final int opening;
    private final Duration pause;

    Kind(String metric, int opening, Duration pause) {
      this.metric = metric;
      this.opening = opening;
      this.pause = pause;
    }

    /** The name of its metric. */
    String metric() {
      return metric;
    }

    /** Whether the vendor may bill the call although it has failed. */
    boolean maybePaid() {
      return this == RESPONSE_LOST || this == UNREADABLE;
    }

    /** Whether passages may be quoted instead: it is only the model that is not to be had. */
    boolean allowsQuotes() {
      return this == CAP_REACHED || this == NO_KEY;
    }
  }

  private final Kind kind;

  /** A failure with a message that may be logged: without question, passages, text and key. */
  ChatbotFailure(Kind kind, String message) {
    super(kind + ": " + message, null, false, false);
    this.kind = kind;
  }

  /**
   * The operator's secret, whose absence is such a failure: the key of an OpenAI-compatible vendor.
   * Under it answers are named in their table, with Bedrock too.
   */
  static VendorKey key(Secret<Optional<String>> secret) {
    return new VendorKey(
        secret,
        () -> new ChatbotFailure(Kind.NO_KEY, "No key has been put"),
        e ->
            new ChatbotFailure(
                Kind.UNAVAILABLE, "The key cannot be read: " + e.getClass().getSimpleName()));
  }

  Kind kind() {
    return kind;
  }

  /** How long no call is made after so many failures in a row, of which this is the last. */
  Duration pause(int inRow) {
    return kind.opening > 0 && inRow >= kind.opening ? kind.pause : Duration.ZERO;
  }
}
