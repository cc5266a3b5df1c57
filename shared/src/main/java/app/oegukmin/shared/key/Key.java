package app.oegukmin.shared.key;

import java.util.Base64;

/**
 * A secret with an id. Its text shows no secret.
 *
 * @param kid what tokens name it by
 * @param state where it stands in its rotation
 * @param encoded the secret in Base64
 */
public record Key(String kid, State state, String encoded) {

  /** Published before it signs, signing, still accepted after it signed. */
  public enum State {
    NEXT,
    CURRENT,
    PREVIOUS
  }

  /** The secret's bytes. */
  public byte[] secret() {
    return Base64.getDecoder().decode(encoded);
  }

  @Override
  public String toString() {
    return "Key[" + kid + ", " + state + "]";
  }
}
