package app.oegukmin.notifier;

import java.time.Duration;

/**
 * What became of a push.
 *
 * @param pause how long to wait before another try; zero where there is nothing to try
 */
record FcmResult(Kind kind, Duration pause) {

  /** The kinds of it. */
  enum Kind {
    /** FCM has it. */
    SENT,
    /** FCM knows the phone no longer, or never did. */
    DEAD_TOKEN,
    /** FCM takes nothing for a while. */
    BUSY,
    /** Nobody knows whether FCM has it. */
    LOST,
    /** FCM does not accept the key, or Apple not the one that FCM has. */
    KEY_REFUSED,
    /** FCM never takes it. */
    REJECTED
  }

  private static final Duration NEXT_TRY = Duration.ofMinutes(1);
  private static final Duration OPERATOR = Duration.ofMinutes(5);

  static FcmResult of(Kind kind) {
    return new FcmResult(
        kind,
        switch (kind) {
          case BUSY, LOST -> NEXT_TRY;
          case KEY_REFUSED -> OPERATOR;
          case SENT, DEAD_TOKEN, REJECTED -> Duration.ZERO;
        });
  }

  static FcmResult busy(Duration pause) {
    return new FcmResult(Kind.BUSY, pause);
  }
}
