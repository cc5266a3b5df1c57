package app.oegukmin.shared.work;

/**
 * A message that comes again in vain: it is malformed, a vendor refuses it for good, or it was
 * tried for too long. It belongs into the dead letters, where a person sees it.
 */
public final class DeadLetterException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /**
   * A refusal.
   *
   * @param message why; it is logged, so it must not quote the body
   */
  public DeadLetterException(String message) {
    super(message);
  }
}
