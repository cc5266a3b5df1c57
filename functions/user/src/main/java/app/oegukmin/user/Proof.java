package app.oegukmin.user;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;

/** What a caller must prove to act as a user, beyond having the app. */
@FunctionalInterface
interface Proof {

  /** Nothing: the shipped app has no more to show. */
  Proof NONE = (authorization, uuid, email) -> {};

  /**
   * Throws unless the caller proves to be this user.
   *
   * @param authorization the header, null when there is none
   * @throws ApiException J001 for everybody else, whatever is wrong
   */
  void demand(String authorization, String uuid, String email);

  /** A Firebase ID token of that very user, whose e-mail is verified (D-S1). */
  static Proof idToken(IdTokenVerifier verifier) {
    return (authorization, uuid, email) -> {
      if (verifier.verify(authorization).filter(token -> token.proves(uuid, email)).isEmpty()) {
        throw new ApiException(ErrorCode.INVALID_TOKEN);
      }
    };
  }
}
