package app.oegukmin.user;

import app.oegukmin.shared.ban.BanTable;
import app.oegukmin.shared.ban.Bans;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.key.KeySet;
import app.oegukmin.shared.key.KeyTable;
import app.oegukmin.shared.retry.Backoff;
import app.oegukmin.shared.token.AccessTokenVerifier;
import app.oegukmin.shared.token.LegacyTokenVerifier;
import app.oegukmin.shared.token.TokenVerifier;
import app.oegukmin.shared.valkey.Valkey;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Wires the classes that issue, exchange and revoke tokens. */
final class Authentication {

  private final KeySet signing;
  private final TokenVerifier tokens;
  private final AccessTokenVerifier accessTokens;
  private final TokenIssuer issuer;
  private final SessionTable sessions;
  private final Bans bans;
  private final Clock clock;

  Authentication(
      Environment environment,
      DynamoDbClient dynamo,
      KeyTable keys,
      Optional<Valkey> valkey,
      Clock clock) {
    String name = environment.require("TOKEN_ISSUER");
    boolean originals = Boolean.parseBoolean(environment.require("LEGACY_TOKENS"));
    BanTable banTable = new BanTable(dynamo, environment.require("BAN_TABLE"));
    this.clock = clock;
    this.signing = new KeySet(keys, KeyTable.SIGNING, clock);
    this.tokens = new TokenVerifier(signing, name, clock);
    this.accessTokens =
        new AccessTokenVerifier(
            tokens,
            originals ? Optional.of(new LegacyTokenVerifier(keys, clock)) : Optional.empty());
    this.issuer = new TokenIssuer(signing, name, lifetimes(environment));
    this.sessions = new SessionTable(dynamo, environment.require("SESSION_TABLE"), banTable);
    this.bans = new Bans(banTable, valkey, clock);
  }

  private static Lifetimes lifetimes(Environment environment) {
    return new Lifetimes(
        Duration.ofMinutes(Long.parseLong(environment.require("ACCESS_TOKEN_MINUTES"))),
        Duration.ofDays(Long.parseLong(environment.require("REFRESH_TOKEN_DAYS"))),
        Duration.ofSeconds(Long.parseLong(environment.require("REFRESH_GRACE_SECONDS"))));
  }

  SessionService sessions(UserTable users) {
    Backoff backoff = Backoff.sleeping(Duration.ofMillis(10), Duration.ofMillis(200));
    return new SessionService(users, sessions, issuer, bans, clock, backoff);
  }

  AuthResource resource(SessionService service) {
    return new AuthResource(
        service,
        accessTokens,
        new AccessTokenVerifier(tokens.takingExpired(), Optional.empty()),
        new RefreshTokenVerifier(tokens, signing));
  }
}
