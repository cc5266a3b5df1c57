package app.oegukmin.shared.image;

/** Counts the scans of a JPEG without decoding one. */
final class JpegScans {

  private static final int MARKER = 0xff;
  private static final int START_OF_SCAN = 0xda;
  private static final int END_OF_IMAGE = 0xd9;
  private static final int FIRST_RESTART = 0xd0;
  private static final int LAST_RESTART = 0xd7;

  private JpegScans() {}

  /**
   * How many times a decoder goes over the picture: once for a baseline JPEG, about ten times for a
   * progressive one. What follows the end of the picture, as a film or a second picture of a phone,
   * does not count.
   */
  static int count(byte[] jpeg) {
    int scans = 0;
    int at = 2;
    while (at + 3 < jpeg.length) {
      int marker = jpeg[at] & 0xff;
      int code = jpeg[at + 1] & 0xff;
      if (marker != MARKER || code == MARKER || standsAlone(code)) {
        at++;
      } else if (code == END_OF_IMAGE) {
        break;
      } else {
        scans += code == START_OF_SCAN ? 1 : 0;
        at += 2 + length(jpeg, at + 2);
      }
    }
    return scans;
  }

  // A zero after 0xff is a byte of the picture.
  private static boolean standsAlone(int code) {
    return code == 0 || code == 1 || (code >= FIRST_RESTART && code <= LAST_RESTART);
  }

  private static int length(byte[] jpeg, int at) {
    return (jpeg[at] & 0xff) << 8 | (jpeg[at + 1] & 0xff);
  }
}
