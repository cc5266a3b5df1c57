package app.oegukmin.local.api;

/** Ends a request with a response of the gateway's own. */
public final class GatewayException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Failure failure;
  private final String reason;

  /** A failure without a reason beyond what the caller is told. */
  public GatewayException(Failure failure) {
    this(failure, failure.message(), "");
  }

  private GatewayException(Failure failure, String message, String reason) {
    super(message, null, false, false);
    this.failure = failure;
    this.reason = reason;
  }

  /** A failure with a message of its own for the caller. */
  static GatewayException saying(Failure failure, String message) {
    return new GatewayException(failure, message, "");
  }

  /**
   * A failure with a reason that AWS writes to the API's execution log and does not tell the
   * caller.
   */
  static GatewayException because(Failure failure, String reason) {
    return new GatewayException(failure, failure.message(), reason);
  }

  /** What the caller is told. */
  public Failure failure() {
    return failure;
  }

  /** For the log; empty when there is none. */
  public String reason() {
    return reason;
  }
}
