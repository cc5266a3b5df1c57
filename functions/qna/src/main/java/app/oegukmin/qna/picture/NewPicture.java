package app.oegukmin.qna.picture;

import app.oegukmin.shared.digest.Digests;
import app.oegukmin.shared.image.Renditions;
import java.util.HexFormat;

/**
 * A picture that was decoded and is not stored yet.
 *
 * @param digest of the bytes that were sent
 */
record NewPicture(String digest, Renditions renditions) {

  static NewPicture of(byte[] sent, Renditions renditions) {
    return new NewPicture(HexFormat.of().formatHex(Digests.sha256().digest(sent)), renditions);
  }
}
