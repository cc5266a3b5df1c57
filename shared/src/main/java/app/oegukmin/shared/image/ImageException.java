package app.oegukmin.shared.image;

import java.io.IOException;

/** A picture that is refused; the message is for whoever sent it and says what to send. */
public final class ImageException extends IOException {

  private static final long serialVersionUID = 1L;

  ImageException(String message) {
    super(message);
  }
}
