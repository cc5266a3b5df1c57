package app.oegukmin.authorizer;

import app.oegukmin.shared.ban.BanTable;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.key.KeySet;
import app.oegukmin.shared.key.KeyTable;
import app.oegukmin.shared.limit.Limit;
import app.oegukmin.shared.member.MemberTable;
import app.oegukmin.shared.token.AccessToken;
import app.oegukmin.shared.token.AccessTokenVerifier;
import app.oegukmin.shared.token.LegacyTokenVerifier;
import app.oegukmin.shared.token.TokenVerifier;
import app.oegukmin.shared.valkey.Valkey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the authorizers share: verifying the member's token, and counting the call. */
final class Authorizer {

  private static final List<Limit> HANDSHAKE = List.of(Limit.MEMBER_REQUESTS, Limit.SOCKET_CONNECT);

  private final AccessTokenVerifier tokens;
  private final Administrators administrators;
  private final Admission admission;

  Authorizer(Environment environment) {
    Clock clock = Clock.systemUTC();
    DynamoDbClient dynamo = Dynamo.connect(environment);
    KeyTable keys = new KeyTable(dynamo, environment.require("KEY_TABLE"));
    KeySet signing = new KeySet(keys, KeyTable.SIGNING, clock);
    boolean legacy = Boolean.parseBoolean(environment.require("LEGACY_TOKENS"));
    this.tokens =
        new AccessTokenVerifier(
            new TokenVerifier(signing, environment.require("TOKEN_ISSUER"), clock),
            legacy ? Optional.of(new LegacyTokenVerifier(keys, clock)) : Optional.empty());
    this.administrators =
        new Administrators(
            environment
                .optional("FIREBASE_PROJECT_ID")
                .map(project -> new MemberTable(dynamo, environment.require("USER_TABLE"))));
    Optional<Valkey> valkey = Valkey.of(environment, clock);
    BanTable bans = new BanTable(dynamo, environment.require("BAN_TABLE"));
    this.admission = new Admission(environment, bans, valkey, clock);
  }

  /**
   * The verdict on the member whose token is in the header; empty when the token is invalid or
   * banned.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException when keys, bans or an
   *     administrator's account cannot be read
   */
  Optional<Verdict> member(AuthorizerEvent event) {
    return token(event)
        .map(administrators::judged)
        .flatMap(token -> admission.member(token, event));
  }

  /** What the token in the header says, empty when it is no good one. */
  Optional<AccessToken> token(AuthorizerEvent event) {
    return event.authorization().flatMap(tokens::verify);
  }

  /** The verdict on a handshake of a member; empty when the token is banned. */
  Optional<Verdict> handshake(AccessToken token, AuthorizerEvent event) {
    return admission.member(token, event, HANDSHAKE);
  }

  /** The verdict on a guest. */
  Verdict guest(AuthorizerEvent event) {
    return admission.guest(event);
  }
}
