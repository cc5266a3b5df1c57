package app.oegukmin.shared.work;

/**
 * A message that cannot be handled however often it is delivered; it belongs into the dead letters.
 */
public final class PoisonException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /**
   * A refusal.
   *
   * @param message why; it is logged, so it must not quote the body
   */
  public PoisonException(String message) {
    super(message);
  }
}
