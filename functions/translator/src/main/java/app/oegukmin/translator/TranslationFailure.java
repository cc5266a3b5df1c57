package app.oegukmin.translator;

import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.metric.Trouble;
import java.time.Duration;

/** Why something is not translated now. It is an expected result, hence without a stack trace. */
public final class TranslationFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What helps against a failure. */
  public enum Remedy {
    /** The message waits in the queue. */
    WAIT,
    /** It lasts, so the message is done with: an hourly catch-up asks again. */
    CATCH_UP,
    /** It may pass, but each try may be paid: the catch-up asks again a few times. */
    FEW_CATCH_UPS,
    /** Nothing but a person. */
    NONE
  }

  /** What failed, what helps, and how long to leave the vendor alone. */
  public enum Kind {
    /** The account's characters for this month are used up. */
    QUOTA_USED_UP("TranslationQuotaUsedUp", Remedy.CATCH_UP, Duration.ofMinutes(10)),
    /** The month's characters that the operator allows are used up. */
    CAP_REACHED("TranslationCapReached", Remedy.CATCH_UP, Duration.ofMinutes(10)),
    /** The vendor does not accept the key: an operator has to act. */
    KEY_REFUSED("TranslationKeyRefused", Remedy.CATCH_UP, Duration.ofMinutes(10)),
    /** Throttled, down or unreachable. */
    UNAVAILABLE("TranslationUnavailable", Remedy.WAIT, Duration.ofMinutes(1)),
    /** Another worker is having the same text translated. */
    CLAIMED("TranslationClaimed", Remedy.WAIT, Duration.ofSeconds(10)),
    /** The function could time out before the call ends. */
    NO_TIME("TranslationNoTime", Remedy.WAIT, Duration.ofSeconds(1)),
    /** The call ended without a response, so it may be paid. */
    ANSWER_LOST("TranslationAnswerLost", Remedy.WAIT, Duration.ofMinutes(1)),
    /** The response cannot be read, and may be paid. */
    UNREADABLE("TranslationUnreadable", Remedy.FEW_CATCH_UPS, Duration.ZERO),
    /** The vendor refuses the call for its size; fewer texts may pass. */
    TOO_LARGE("TranslationRejected", Remedy.NONE, Duration.ZERO),
    /** The vendor refuses the text: waiting does not help. */
    REJECTED("TranslationRejected", Remedy.NONE, Duration.ZERO);

    private final String metric;
    private final Remedy remedy;
    private final Duration pause;

    Kind(String metric, Remedy remedy, Duration pause) {
      this.metric = metric;
      this.remedy = remedy;
      this.pause = pause;
    }

    /** Counts it once; what an operator has to know rings. */
    void count(Metrics metrics) {
      switch (this) {
        // One alarm for both; the count says which.
        case QUOTA_USED_UP, CAP_REACHED -> {
          metrics.tell(Trouble.TRANSLATION_USED_UP);
          metrics.count(metric, 1);
        }
        case KEY_REFUSED -> metrics.tell(Trouble.TRANSLATION_KEY_REFUSED);
        default -> metrics.count(metric, 1);
      }
    }

    /** What helps. */
    public Remedy remedy() {
      return remedy;
    }

    /** How long to wait before trying again; zero when that would not help. */
    public Duration pause() {
      return pause;
    }

    /** Whether the vendor does not take the text, now or later. */
    public boolean refused() {
      return this == TOO_LARGE || this == REJECTED;
    }

    /** Whether the vendor may bill the call although it has failed. */
    public boolean maybePaid() {
      return this == ANSWER_LOST || this == UNREADABLE;
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
