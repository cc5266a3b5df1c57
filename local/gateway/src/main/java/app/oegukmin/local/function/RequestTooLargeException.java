package app.oegukmin.local.function;

/** Lambda refuses a payload above 6 MB before the function sees it (aws §2 #22). */
public final class RequestTooLargeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A refusal of so many bytes. */
  public RequestTooLargeException(int bytes) {
    super(
        "Request must be smaller than %d bytes for the InvokeFunction operation, not %d"
            .formatted(FunctionHost.PAYLOAD_LIMIT, bytes));
  }
}
