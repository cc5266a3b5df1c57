package app.oegukmin.user;

import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.http.Call;
import app.oegukmin.shared.key.FirebaseKeyTable;
import app.oegukmin.shared.key.KeySet;
import app.oegukmin.shared.key.KeyTable;
import app.oegukmin.user.firebase.IdTokenVerifier;
import app.oegukmin.user.signature.HmacFilter;
import app.oegukmin.user.signature.NonceTable;
import app.oegukmin.user.signature.ReplayFilter;
import app.oegukmin.user.signature.Stamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Wires the proofs of sign-up and sign-in. {@code legacy} demands what the shipped app can give: an
 * HMAC of the body; where Firebase's project is known, it also looks at an ID token that is offered
 * (F-4). {@code strict} demands the ID token, and that each request is fresh and new. No class of
 * Firebase is loaded in legacy mode without a project.
 *
 * @param strict whether it is that mode
 * @param filters filters that a signed request must pass, in this order
 * @param proof what the caller shows then
 */
record SignInMode(boolean strict, List<Object> filters, Proof proof) {

  private static final String EMULATOR = "FIREBASE_AUTH_EMULATOR_HOST";

  /**
   * What the deployment demands.
   *
   * @throws IllegalStateException when the mode is unknown, or could be bypassed
   */
  static SignInMode of(Environment environment, DynamoDbClient dynamo, Clock clock) {
    boolean emulated = emulated(environment);
    String keyTable = environment.require("KEY_TABLE");
    KeySet secrets = new KeySet(new KeyTable(dynamo, keyTable), KeyTable.HMAC, clock);
    FirebaseKeyTable keys = new FirebaseKeyTable(dynamo, keyTable);
    Function<String, IdTokenVerifier> verifier =
        project ->
            emulated ? IdTokenVerifier.emulated(project) : IdTokenVerifier.of(project, keys, clock);
    String mode = environment.require("SIGN_IN_MODE");
    return switch (mode) {
      case "legacy" -> legacy(secrets, environment.optional("FIREBASE_PROJECT_ID").map(verifier));
      case "strict" -> {
        NonceTable nonces = new NonceTable(dynamo, environment.require("NONCE_TABLE"));
        yield strict(
            secrets,
            new ReplayFilter(nonces, clock),
            verifier.apply(environment.require("FIREBASE_PROJECT_ID")));
      }
      default -> throw new IllegalStateException("SIGN_IN_MODE is legacy or strict, not " + mode);
    };
  }

  private static boolean emulated(Environment environment) {
    boolean local = Boolean.parseBoolean(environment.require("LOCAL"));
    // A blank text counts as set: the library asks any host but the empty text.
    boolean emulated = !environment.variables().getOrDefault(EMULATOR, "").isEmpty();
    if (emulated && !local) {
      throw new IllegalStateException(
          EMULATOR + " is set: ID tokens would not be verified. It is for local mode alone.");
    }
    return emulated;
  }

  private static SignInMode legacy(KeySet secrets, Optional<IdTokenVerifier> tokens) {
    HmacFilter signed = new HmacFilter(secrets, request -> Call.of(request).body());
    return new SignInMode(false, List.of(signed), tokens.map(Proof::offered).orElse(Proof.NONE));
  }

  private static SignInMode strict(KeySet secrets, ReplayFilter once, IdTokenVerifier tokens) {
    HmacFilter signed = new HmacFilter(secrets, Stamp::signedText);
    return new SignInMode(true, List.of(signed, once), Proof.demanded(tokens));
  }
}
