package app.oegukmin.shared.http;

import app.oegukmin.shared.limit.Decision;

/** A refusal that becomes a response. It has no stack trace, because it is no failure of ours. */
public final class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final long retryAfter;

  /** A refusal with the code's own message. */
  public ApiException(ErrorCode code) {
    this(code, code.message());
  }

  /** A refusal that tells the caller more than the code does. */
  public ApiException(ErrorCode code, String message) {
    this(code, message, 0);
  }

  /** A refusal that is worth another try after some seconds. */
  public ApiException(ErrorCode code, long retryAfter) {
    this(code, code.message(), retryAfter);
  }

  private ApiException(ErrorCode code, String message, long retryAfter) {
    super(message, null, false, false);
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /**
   * Throws unless the limits admit the call.
   *
   * @throws ApiException 429 C007 when a bucket is empty, 503 when nothing can be counted
   */
  public static void unlessAdmitted(Decision decision) {
    ErrorCode code =
        switch (decision.outcome()) {
          case ADMITTED -> null;
          case THROTTLED -> ErrorCode.TOO_MANY_REQUESTS;
          case CLOSED -> ErrorCode.UNAVAILABLE;
        };
    if (code != null) {
      throw new ApiException(code, decision.retryAfter());
    }
  }

  /** What is refused, and with which status. */
  public ErrorCode code() {
    return code;
  }

  /** Seconds until it is worth another try, 0 when waiting does not help. */
  public long retryAfter() {
    return retryAfter;
  }
}
