package app.oegukmin.crawler;

import java.io.IOException;
import java.net.URI;

/** A page that could not be had; the message names its URL. */
final class FetchException extends IOException {

  private static final long serialVersionUID = 1L;

  private final boolean passing;

  private FetchException(URI url, String reason, boolean passing, Throwable cause) {
    super(reason + ": " + url, cause);
    this.passing = passing;
  }

  /** A failure that another try may not meet: the network, an overloaded server. */
  static FetchException passing(URI url, String reason, Throwable cause) {
    return new FetchException(url, reason, true, cause);
  }

  /** A failure that another try would meet again. */
  static FetchException lasting(URI url, String reason) {
    return new FetchException(url, reason, false, null);
  }

  /** Whether another try may succeed. */
  boolean passing() {
    return passing;
  }
}
