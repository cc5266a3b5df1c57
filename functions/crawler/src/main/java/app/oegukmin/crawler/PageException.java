package app.oegukmin.crawler;

import java.io.IOException;
import java.net.URI;

/** A page that is not what it should be; the message names its URL. */
final class PageException extends IOException {

  private static final long serialVersionUID = 1L;

  PageException(URI url, String reason) {
    super(reason + ": " + url);
  }
}
