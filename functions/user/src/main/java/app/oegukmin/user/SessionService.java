package app.oegukmin.user;

import app.oegukmin.shared.ban.Ban;
import app.oegukmin.shared.ban.Bans;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.retry.Backoff;
import app.oegukmin.shared.retry.Retries;
import app.oegukmin.shared.time.Seoul;
import app.oegukmin.shared.token.AccessToken;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides who stays signed in, and until when. Each sign-in is a family of tokens of its own, so
 * that devices do not sign each other out (D-A6).
 */
final class SessionService {

  private static final int TRIES = 8;
  private static final long RETRY_AFTER_SECONDS = 1;

  private final UserTable users;
  private final SessionTable sessions;
  private final TokenIssuer tokens;
  private final Bans bans;
  private final Clock clock;
  private final Backoff backoff;

  /**
   * The rules over some tables.
   *
   * @param backoff the pauses after another has changed the same session
   */
  SessionService(
      UserTable users,
      SessionTable sessions,
      TokenIssuer tokens,
      Bans bans,
      Clock clock,
      Backoff backoff) {
    this.users = users;
    this.sessions = sessions;
    this.tokens = tokens;
    this.bans = bans;
    this.clock = clock;
    this.backoff = backoff;
  }

  /**
   * Signs a user in: the first pair of a new family.
   *
   * @param verified whether an ID token has proved who it is
   * @throws ApiException C003 when the account was deleted since it was read, C004 when the member
   *     was signed out everywhere a moment ago
   */
  TokenView begin(User user, boolean verified) {
    String tokenId = UUID.randomUUID().toString();
    Session session =
        Session.begin(
            user.id(),
            UUID.randomUUID().toString(),
            tokenId,
            verified,
            tokens.lifetimes(),
            clock.instant());
    if (!sessions.add(session, users)) {
      // Without the account, or in the moment that a ban reaches into the future.
      throw users.find(user.id()).isEmpty()
          ? new ApiException(ErrorCode.NOT_FOUND)
          : new ApiException(ErrorCode.UNAVAILABLE, RETRY_AFTER_SECONDS);
    }
    return tokens.issue(user, session, tokenId);
  }

  /**
   * Exchanges a refresh token for the next pair of its family. Sent again within the grace period
   * it gets the same pair, because the response may have been lost (F-3). Sent again later it has
   * been copied, and the family ends, because the owner cannot be told from the thief.
   *
   * @throws ApiException J002 when the token is used up, or its session or its account is gone;
   *     C004 when others change the session all the time, or its end does not hold yet
   */
  TokenView renew(RefreshToken token) {
    User user = users.find(token.member()).orElseThrow(SessionService::gone);
    Retries retries = backoff.tries(TRIES);
    while (true) {
      Session session = find(token.member(), token.family()).orElseThrow(() -> over(token));
      Instant now = clock.instant();
      Session next = session.renew(token, tokens.lifetimes(), now);
      if (session.repeats(token, tokens.lifetimes(), now)) {
        return tokens.issue(user, session, token.successor());
      }
      if (!session.awaits(token)) {
        end(token.member(), token.family());
        throw over(token);
      }
      if (sessions.replace(session, next)) {
        return tokens.issue(user, next, token.successor());
      }
      if (bans.covered(token.member(), session.renewed())) {
        throw over(token);
      }
      pause(retries);
    }
  }

  /**
   * Signs the device out that holds an access token, which is refused from now on.
   *
   * @throws ApiException C004 when that is stored but may not hold yet; a repeat makes sure
   */
  void end(AccessToken token) {
    token.family().ifPresent(family -> end(token.member(), family));
    // The session may be gone without a ban of its own, and tokens of the original have none.
    demand(bans.refuse(token));
  }

  /**
   * Ends the session of a refresh token.
   *
   * @throws ApiException as above
   */
  void end(RefreshToken token) {
    end(token.member(), token.family());
    demand(bans.settle(token.member()));
  }

  /**
   * Deletes a member's account and bans all that the member was issued, both or neither (F-10).
   * Doing it twice does no harm.
   *
   * @throws ApiException as above
   */
  void leave(String member) {
    Instant now = clock.instant();
    users.delete(
        member, Seoul.dateTime(now), transaction -> bans.add(Ban.issued(member, now), transaction));
    demand(bans.forget(member));
  }

  private void end(String member, String family) {
    Optional<Session> session = find(member, family);
    // Another call has changed the session meanwhile and issued another access token, which must be
    // banned, too.
    Retries retries = backoff.tries(TRIES);
    while (session.isPresent() && !sessions.end(session.get())) {
      pause(retries);
      session = find(member, family);
    }
  }

  // While Valkey keeps a copy that does not have the ban, its tokens are admitted (F-2).
  private static void demand(boolean holds) {
    if (!holds) {
      throw new ApiException(ErrorCode.UNAVAILABLE, RETRY_AFTER_SECONDS);
    }
  }

  private ApiException over(RefreshToken token) {
    demand(bans.settle(token.member()));
    return gone();
  }

  private static void pause(Retries retries) {
    if (!retries.pause()) {
      throw new ApiException(ErrorCode.UNAVAILABLE, RETRY_AFTER_SECONDS);
    }
  }

  private Optional<Session> find(String member, String family) {
    return sessions.find(member, family, clock.instant());
  }

  private static ApiException gone() {
    return new ApiException(ErrorCode.NO_REFRESH_TOKEN);
  }
}
