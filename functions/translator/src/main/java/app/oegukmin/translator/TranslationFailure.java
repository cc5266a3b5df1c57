package app.oegukmin.translator;

import java.time.Duration;

/**
 * Why something is not translated now. An answer more than an accident, hence without stack trace.
 */
public final class TranslationFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What failed, and how long to leave it alone. */
  public enum Kind {
    /** The account's characters for this month are used up. */
    QUOTA_USED_UP("TranslationQuotaUsedUp", Duration.ofMinutes(10)),
    /** The vendor does not accept the key: an operator has to act. */
    KEY_REFUSED("TranslationKeyRefused", Duration.ofMinutes(10)),
    /** Throttled, down or unreachable. */
    UNAVAILABLE("TranslationUnavailable", Duration.ofMinutes(1)),
    /** Another worker is having the same text translated. */
    CLAIMED("TranslationClaimed", Duration.ofSeconds(10)),
    /** The vendor refuses the text or answers nonsense: waiting does not help. */
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
