package app.oegukmin.local.socket;

import java.time.Duration;

/** What API Gateway allows a WebSocket connection (aws §7). */
final class SocketLimits {

  /** The longest message in bytes, each way. */
  static final int MESSAGE = 128 * 1024;

  /** The longest frame in bytes. */
  static final int FRAME = 32 * 1024;

  /** Without a message either way. */
  static final Duration IDLE = Duration.ofMinutes(10);

  /** The longest life of a connection. */
  static final Duration LIFE = Duration.ofHours(2);

  // No character takes more bytes in UTF-8.
  private static final int CHARACTERS = FRAME / 3;

  private SocketLimits() {}

  /** Where a frame ends that starts at a character; never between the halves of one character. */
  static int frameEnd(String text, int start) {
    int end = Math.min(text.length(), start + CHARACTERS);
    boolean splits = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
    return splits ? end - 1 : end;
  }
}
