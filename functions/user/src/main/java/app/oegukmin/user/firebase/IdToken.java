package app.oegukmin.user.firebase;

import java.util.Locale;

/**
 * The content of a valid Firebase ID token.
 *
 * @param uid the Firebase user, called uuid by the app
 * @param email null when the user has none
 * @param emailVerified whether the user has proved to receive mail there
 */
public record IdToken(String uid, String email, boolean emailVerified) {

  /** Whether its owner may act as this user with this e-mail (D-S1). */
  public boolean proves(String uuid, String address) {
    return emailVerified && uid.equals(uuid) && email != null && same(email, address);
  }

  private static boolean same(String one, String other) {
    return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
  }

  /** Shows no personal data. */
  @Override
  public String toString() {
    return "IdToken";
  }
}
