package app.oegukmin.speech;

import app.oegukmin.shared.digest.Digests;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Names a recording of a sentence: an HMAC over both, so that nobody who reads the table can tell
 * what was read aloud or by whom.
 *
 * @param value 43 characters of Base64 for URLs
 */
record SpeechKey(String value) {

  /** The key of a recording, as it was sent, and a sentence. */
  static SpeechKey of(String secret, byte[] file, Sentence sentence) {
    // Digests of one length each: no two pairs make the same bytes.
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(Digests.sha256().digest(file));
    message.writeBytes(Digests.sha256(sentence.text()));
    byte[] mac = Digests.hmacSha256(secret.getBytes(StandardCharsets.UTF_8), message.toByteArray());
    return new SpeechKey(Base64.getUrlEncoder().withoutPadding().encodeToString(mac));
  }
}
