package app.oegukmin.menucrawler;

import java.io.IOException;
import java.net.URI;

/** A feed that could not be fetched or is malformed; the message names its URL. */
final class FeedException extends IOException {

  private static final long serialVersionUID = 1L;

  FeedException(URI url, String reason) {
    this(url, reason, null);
  }

  FeedException(URI url, String reason, Throwable cause) {
    super(reason + ": " + url, cause);
  }
}
