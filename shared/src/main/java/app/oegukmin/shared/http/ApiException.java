package app.oegukmin.shared.http;

/** A refusal that is an answer; it carries no stack trace, because nothing went wrong here. */
public final class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  /** A refusal with the code's own message. */
  public ApiException(ErrorCode code) {
    this(code, code.message());
  }

  /** A refusal that tells the caller more than the code does. */
  public ApiException(ErrorCode code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** What is refused, and with which status. */
  public ErrorCode code() {
    return code;
  }
}
