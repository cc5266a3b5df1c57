package app.oegukmin.local.function;

/**
 * Lambda refuses an invocation because as many run as may run at once, in the account or in the
 * function. The function has not seen the event.
 */
public final class TooManyRequestsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A refusal with Lambda's reason, {@code ConcurrentInvocationLimitExceeded} for instance. */
  public TooManyRequestsException(String reason) {
    super("Rate Exceeded. Reason: " + reason);
  }
}
