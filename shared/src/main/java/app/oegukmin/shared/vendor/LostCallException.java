package app.oegukmin.shared.vendor;

/** A call to a vendor has no response. Its message says why, without address and key. */
public final class LostCallException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean maybePaid;

  LostCallException(boolean maybePaid, String message) {
    super(message);
    this.maybePaid = maybePaid;
  }

  /** Whether the vendor may have got the call, and may bill it. */
  public boolean maybePaid() {
    return maybePaid;
  }
}
