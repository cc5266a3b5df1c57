package app.oegukmin.local.api;

/** Ends a request with an answer of the gateway's own. */
final class GatewayException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Failure failure;
  private final String reason;

  /** What the caller is told is all there is to say. */
  GatewayException(Failure failure) {
    this(failure, failure.message(), "");
  }

  private GatewayException(Failure failure, String message, String reason) {
    super(message, null, false, false);
    this.failure = failure;
    this.reason = reason;
  }

  /** With words of its own for the caller. */
  static GatewayException saying(Failure failure, String message) {
    return new GatewayException(failure, message, "");
  }

  /** With a reason that AWS would write to the API's execution log and never tells the caller. */
  static GatewayException because(Failure failure, String reason) {
    return new GatewayException(failure, failure.message(), reason);
  }

  Failure failure() {
    return failure;
  }

  /** For the log; empty when there is none. */
  String reason() {
    return reason;
  }
}
