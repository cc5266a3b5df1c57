package app.oegukmin.user;

import app.oegukmin.shared.ban.BanTable;
import app.oegukmin.shared.ban.Bans;
import app.oegukmin.shared.key.KeySet;
import app.oegukmin.shared.key.KeyTable;
import app.oegukmin.shared.retry.Backoff;
import app.oegukmin.shared.token.AccessToken;
import app.oegukmin.shared.token.AccessTokenVerifier;
import app.oegukmin.shared.token.TokenVerifier;
import app.oegukmin.shared.valkey.Valkey;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The rules of sessions over real tables, with a clock that a test moves. */
final class Sessions {

  static final String ISSUER = "oegukmin-test";
  static final Lifetimes LIFETIMES =
      new Lifetimes(Duration.ofMinutes(30), Duration.ofDays(60), Duration.ofSeconds(10));
  static final User LINH =
      new User(
          "linh",
          "public-linh",
          "linh@kookmin.ac.kr",
          "College",
          "Major",
          "Vietnam",
          "Linh",
          Optional.empty(),
          "ROLE_USER",
          "2026-01-01T00:00:00",
          "2026-01-01T00:00:00");

  private static final Duration FIRST = Duration.ofMillis(10);
  private static final Duration LONGEST = Duration.ofMillis(200);

  // In the future, because DynamoDB Local deletes what has expired by its own clock.
  final FakeClock clock = new FakeClock(Instant.parse("2096-10-03T00:30:00.250Z"));
  final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  final SessionTable table;
  final SessionService service;
  private final TokenVerifier tokens;
  private final KeySet keys;
  private final BanTable banTable;
  private final UserTable users;
  private final Bans bans;

  Sessions(Stack stack) {
    stack.clear();
    putKey(stack);
    banTable = new BanTable(stack.dynamodb(), stack.table("BanTable"));
    users = new UserTable(stack.dynamodb(), stack.table("UserTable"));
    users.add(LINH);
    keys = new KeySet(new KeyTable(stack.dynamodb(), stack.table("KeyTable")), "signing", clock);
    tokens = new TokenVerifier(keys, ISSUER, clock);
    table = new SessionTable(stack.dynamodb(), stack.table("SessionTable"), banTable);
    bans = new Bans(banTable, Optional.empty(), clock);
    service = service(users, LIFETIMES);
  }

  SessionService service(UserTable users, Lifetimes lifetimes) {
    TokenIssuer issuer = new TokenIssuer(keys, ISSUER, lifetimes);
    return service(users, table, issuer);
  }

  /** Sessions of a table of one's own, which others may change all the time. */
  SessionService service(UserTable users, SessionTable contended) {
    return service(users, contended, new TokenIssuer(keys, ISSUER, LIFETIMES));
  }

  /** Sessions whose bans are copied to a Valkey. */
  SessionService service(Valkey valkey) {
    TokenIssuer issuer = new TokenIssuer(keys, ISSUER, LIFETIMES);
    return service(users, table, issuer, new Bans(banTable, Optional.of(valkey), clock));
  }

  /** The routes of tokens. */
  AuthResource resource() {
    return new AuthResource(
        service,
        new AccessTokenVerifier(tokens, Optional.empty()),
        new AccessTokenVerifier(tokens.takingExpired(), Optional.empty()),
        new RefreshTokenVerifier(tokens, keys));
  }

  private SessionService service(UserTable users, SessionTable sessions, TokenIssuer issuer) {
    return service(users, sessions, issuer, bans);
  }

  private SessionService service(
      UserTable users, SessionTable sessions, TokenIssuer issuer, Bans bans) {
    Backoff backoff = new Backoff(FIRST, LONGEST, new Random(1), pauses::add);
    return new SessionService(users, sessions, issuer, bans, clock, backoff);
  }

  private static void putKey(Stack stack) {
    String secret =
        Base64.getEncoder()
            .encodeToString("a secret of thirty-two bytes....".getBytes(StandardCharsets.UTF_8));
    Items.put(
        stack,
        "KeyTable",
        Map.of("purpose", "signing", "kid", "1", "state", "current", "secret", secret));
  }

  /** Exchanges a pair's refresh token. */
  TokenView renew(TokenView pair) {
    return service.renew(refresh(pair).orElseThrow());
  }

  Optional<RefreshToken> refresh(TokenView pair) {
    return new RefreshTokenVerifier(tokens, keys).verify(pair.refreshToken());
  }

  Optional<AccessToken> access(TokenView pair) {
    return new AccessTokenVerifier(tokens, Optional.empty()).verify(pair.accessToken());
  }

  /** Whether a pair's access token opens member routes now. */
  boolean opens(TokenView pair) {
    return access(pair).filter(token -> !bans.hit(token)).isPresent();
  }
}
