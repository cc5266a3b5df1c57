package app.oegukmin.shared.web;

import java.io.IOException;
import java.net.URI;

/** No whole response came; the message names the page. */
public final class WebException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String reason;
  private final boolean passing;

  private WebException(URI page, String reason, boolean passing, Throwable cause) {
    super(reason + ": " + page, cause);
    this.reason = reason;
    this.passing = passing;
  }

  /** A failure that another try may not meet: the network, a slow server. */
  static WebException passing(URI page, String reason, Throwable cause) {
    return new WebException(page, reason, true, cause);
  }

  /** A failure that another try would meet again. */
  static WebException lasting(URI page, String reason) {
    return new WebException(page, reason, false, null);
  }

  /** What happened, without the page: {@code Too slow}. */
  public String reason() {
    return reason;
  }

  /** Whether another try may succeed. */
  public boolean passing() {
    return passing;
  }
}
