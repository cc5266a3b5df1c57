package app.oegukmin.user;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.user.firebase.IdTokenVerifier;

/** What a caller shows to act as a user, beyond having the app. */
@FunctionalInterface
interface Proof {

  /** Nothing: the shipped app has no more to show. */
  Proof NONE = (authorization, uuid, email) -> false;

  /**
   * Whether the caller has proved to be this user by an ID token.
   *
   * @param authorization the header, null when there is none
   * @throws ApiException J001 for everybody else where a token is demanded, whatever is wrong
   * @throws IllegalStateException when a token cannot be verified
   */
  boolean verify(String authorization, String uuid, String email);

  /** A Firebase ID token of that very user, whose e-mail is verified (D-S1). */
  static Proof demanded(IdTokenVerifier verifier) {
    Proof offered = offered(verifier);
    return (authorization, uuid, email) -> {
      if (!offered.verify(authorization, uuid, email)) {
        throw new ApiException(ErrorCode.INVALID_TOKEN);
      }
      return true;
    };
  }

  /** The same where it is not demanded: what proves nothing is ignored (F-4). */
  static Proof offered(IdTokenVerifier verifier) {
    return (authorization, uuid, email) ->
        verifier.verify(authorization).filter(token -> token.proves(uuid, email)).isPresent();
  }
}
