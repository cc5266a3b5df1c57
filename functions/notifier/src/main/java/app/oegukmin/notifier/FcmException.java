package app.oegukmin.notifier;

/**
 * Google was not reached, or takes nothing for a while. It is unchecked, because the libraries
 * would try again after any {@link java.io.IOException}, for seconds in which the function waits.
 */
final class FcmException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient FcmResult result;

  FcmException(String message, FcmResult result) {
    super(message);
    this.result = result;
  }

  FcmResult result() {
    return result;
  }
}
