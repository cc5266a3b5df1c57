package app.oegukmin.translator;

import java.time.Duration;

/** Why something is not translated now. It is an expected result, hence without a stack trace. */
public final class TranslationFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What failed, and how long to leave it alone. */
  public enum Kind {
    /** The account's characters for this month are used up. */
    QUOTA_USED_UP("TranslationQuotaUsedUp", Duration.ofMinutes(10)),
    /** The month's characters that the operator allows are used up. */
    CAP_REACHED("TranslationCapReached", Duration.ofMinutes(10)),
    /** The vendor does not accept the key: an operator has to act. */
    KEY_REFUSED("TranslationKeyRefused", Duration.ofMinutes(10)),
    /** Throttled, down or unreachable. */
    UNAVAILABLE("TranslationUnavailable", Duration.ofMinutes(1)),
    /** Another worker is having the same text translated. */
    CLAIMED("TranslationClaimed", Duration.ofSeconds(10)),
    /** The function could time out before the call ends. */
    NO_TIME("TranslationNoTime", Duration.ofSeconds(1)),
    /** The call ended without a response, so it may be paid. */
    ANSWER_LOST("TranslationAnswerLost", Duration.ofMinutes(1)),
    /** The response cannot be read, and is paid: waiting does not help. */
    UNREADABLE("TranslationUnreadable", Duration.ZERO),
    /** The vendor refuses the text: waiting does not help. */
    REJECTED("TranslationRejected", Duration.ZERO);

    private final String metric;
    private final Duration pause;

    Kind(String metric, Duration pause) {
      this.metric = metric;
      this.pause = pause;
    }

    /** The metric that counts it. */
    public String metric() {
      return metric;
    }

    /** How long to wait before trying again; zero when that would not help. */
    public Duration pause() {
      return pause;
    }

    /** Whether the vendor may bill the call although it has failed. */
    public boolean maybePaid() {
      return this == ANSWER_LOST || this == UNREADABLE;
    }

    /** Whether trying again later helps. */
    public boolean passes() {
      return !pause.isZero();
    }
  }

  private final Kind kind;

  /** A failure with a message that may be logged: without the text and without the key. */
  public TranslationFailure(Kind kind, String message) {
    super(kind + ": " + message, null, false, false);
    this.kind = kind;
  }

  /** What failed. */
  public Kind kind() {
    return kind;
  }
}
