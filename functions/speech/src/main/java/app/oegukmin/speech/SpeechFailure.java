package app.oegukmin.speech;

import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.metric.Trouble;
import app.oegukmin.shared.secret.Secret;
import app.oegukmin.shared.secret.VendorKey;
import java.time.Duration;
import java.util.Optional;

/**
 * Why a recording is not assessed now; never a score of zero (D-P3). It is an expected result,
 * hence without a stack trace.
 */
final class SpeechFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What failed, how many in a row open the circuit (0: none does), and when to come back. */
  enum Kind {
    /** The operator has put no key. */
    NO_KEY("SpeechWithoutKey", 0, Duration.ofHours(1)),
    /** Azure does not accept the key, or its own quota is used up: an operator has to act. */
    KEY_REFUSED("", 1, Duration.ofMinutes(10)),
    /** The seconds that the operator allows for this month are used up. */
    CAP_REACHED("", 0, Duration.ofHours(1)),
    /** Too many calls just now. */
    THROTTLED("SpeechThrottled", 1, Duration.ofSeconds(30)),
    /** Down or unreachable; not paid. */
    UNAVAILABLE("SpeechUnavailable", 3, Duration.ofSeconds(30)),
    /** No response came in time, so it may be paid. */
    RESPONSE_LOST("SpeechResponseLost", 3, Duration.ofSeconds(30)),
    /** The response has no scores that can be read, and is paid. */
    UNREADABLE("SpeechUnreadable", 3, Duration.ofSeconds(30)),
    /** Azure refuses the call, for the sound or the sentence. */
    REJECTED("SpeechRejected", 0, Duration.ofMinutes(10));

    private final String metric;
    private final int opening;
    private final Duration pause;

    Kind(String metric, int opening, Duration pause) {
      this.metric = metric;
      this.opening = opening;
      this.pause = pause;
    }

    /** Counts it once; what an operator has to know rings. */
    void count(Metrics metrics) {
      switch (this) {
        case KEY_REFUSED -> metrics.tell(Trouble.SPEECH_KEY_REFUSED);
        case CAP_REACHED -> metrics.tell(Trouble.SPEECH_CAP_REACHED);
        default -> metrics.count(metric, 1);
      }
    }

    /** How long no call is made after so many failures in a row, of which this is the last. */
    Duration pauseAfter(int inRow) {
      return opening > 0 && inRow >= opening ? pause : Duration.ZERO;
    }

    /** How long callers wait before the next try. */
    Duration pause() {
      return pause;
    }

    /** Whether Azure may bill the call although it has failed. */
    boolean maybePaid() {
      return this == RESPONSE_LOST || this == UNREADABLE;
    }
  }

  private final Kind kind;

  /** A failure with a message that may be logged: without sentence, sound and key. */
  SpeechFailure(Kind kind, String message) {
    super(kind + ": " + message, null, false, false);
    this.kind = kind;
  }

  /** The key of the Azure resource, whose absence is such a failure. */
  static VendorKey key(Secret<Optional<String>> secret) {
    return new VendorKey(
        secret,
        () -> new SpeechFailure(Kind.NO_KEY, "No key has been put"),
        e -> new SpeechFailure(Kind.UNAVAILABLE, "The key cannot be read: " + e.getMessage()));
  }

  Kind kind() {
    return kind;
  }
}
