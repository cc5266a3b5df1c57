package app.oegukmin.speech;

/**
 * A recording that is not taken; the message tells a user what to send. It has no stack trace,
 * because it is no failure of ours.
 */
final class RecordingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RecordingException(String message) {
    super(message, null, false, false);
  }
}
