package app.oegukmin.user.firebase;

import app.oegukmin.shared.key.FirebaseKeyTable;
import app.oegukmin.shared.token.Bearer;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.auth.AuthErrorCode;
import com.google.firebase.auth.FirebaseAuth;
import com.google.firebase.auth.FirebaseAuthException;
import com.google.firebase.auth.FirebaseToken;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Verifies Firebase ID tokens with Firebase's own library (sites §6). */
public final class IdTokenVerifier {

  /** Verifying needs no credentials, but the library does not start without. */
  private static final GoogleCredentials NONE =
      GoogleCredentials.create(new AccessToken("none", null));

  private final FirebaseAuth firebase;

  /** A verifier of one Firebase project's tokens, by the keys in the key table. */
  public static IdTokenVerifier of(String project, FirebaseKeyTable keys, Clock clock) {
    return new IdTokenVerifier(project, new KeyTransport(keys, clock));
  }

  /** One that asks the emulator that the process's environment names. */
  public static IdTokenVerifier emulated(String project) {
    return new IdTokenVerifier(project, new NetHttpTransport());
  }

  /**
   * A verifier of one Firebase project's tokens.
   *
   * @param google the only way to Google that the library gets
   */
  private IdTokenVerifier(String project, HttpTransport google) {
    FirebaseOptions options =
        FirebaseOptions.builder()
            .setProjectId(project)
            .setCredentials(NONE)
            .setHttpTransport(google)
            .setJsonFactory(new GsonFactory())
            .build();
    // The library keeps its instances by name, and one process may hold several.
    this.firebase =
        FirebaseAuth.getInstance(FirebaseApp.initializeApp(options, UUID.randomUUID().toString()));
  }

  /**
   * What the token in an Authorization header says; empty when there is none, or it is malformed,
   * forged, expired, not yet valid or of another project.
   *
   * @throws IllegalStateException when Firebase's keys cannot be read
   */
  public Optional<IdToken> verify(String header) {
    return Optional.ofNullable(header).flatMap(Bearer::token).flatMap(this::read);
  }

  private Optional<IdToken> read(String token) {
    try {
      return Optional.of(read(firebase.verifyIdToken(token)));
    } catch (FirebaseAuthException e) {
      if (e.getAuthErrorCode() == AuthErrorCode.CERTIFICATE_FETCH_FAILED) {
        throw new IllegalStateException("No keys to verify ID tokens with", e);
      }
      return Optional.empty();
    } catch (ClassCastException | IllegalArgumentException | NullPointerException e) {
      // The library throws this for an empty token, for claims of other types, for missing times.
      return Optional.empty();
    }
  }

  private static IdToken read(FirebaseToken token) {
    return new IdToken(token.getUid(), token.getEmail(), token.isEmailVerified());
  }
}
