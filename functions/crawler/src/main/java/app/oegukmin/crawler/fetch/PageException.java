package app.oegukmin.crawler.fetch;

import java.io.IOException;
import java.net.URI;

/** A page that is not what it should be; the message names its URL. */
public final class PageException extends IOException {

  private static final long serialVersionUID = 1L;

  /** A page that is not what it should be. */
  public PageException(URI url, String reason) {
    super(reason + ": " + url);
  }
}
