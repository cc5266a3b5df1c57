package app.oegukmin.user;

import java.time.Instant;
import java.util.Optional;

/**
 * One sign-in and what descends from it. Of its refresh tokens it knows the hashes of two.
 *
 * @param family its id
 * @param current the hash of the token that is good for the next exchange
 * @param previous the hash of the token that was exchanged for it; empty after the sign-in
 * @param renewed when that happened
 * @param accessUntil when the last of its access tokens ends
 * @param verified true when it began with an ID token, empty otherwise (F-4)
 * @param expires when it ends unless it is used; not before its access tokens do, which are to be
 *     banned with it
 */
record Session(
    String member,
    String family,
    String current,
    String previous,
    Instant renewed,
    Instant accessUntil,
    Optional<Boolean> verified,
    Instant expires) {

  /** A session that begins with a refresh token. */
  static Session begin(
      String member,
      String family,
      String tokenId,
      boolean verified,
      Lifetimes lifetimes,
      Instant now) {
    Instant access = now.plus(lifetimes.access());
    return new Session(
        member,
        family,
        RefreshToken.hash(tokenId),
        "",
        now,
        access,
        verified ? Optional.of(true) : Optional.empty(),
        later(access, now.plus(lifetimes.refresh())));
  }

  /** This session after the exchange of its current token. */
  Session renew(RefreshToken token, Lifetimes lifetimes, Instant now) {
    // A shorter lifetime does not apply to tokens that were issued before.
    Instant access = later(accessUntil, now.plus(lifetimes.access()));
    return new Session(
        member,
        family,
        RefreshToken.hash(token.successor()),
        current,
        now,
        access,
        verified,
        later(access, now.plus(lifetimes.refresh())));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Whether a token can be exchanged next. */
  boolean awaits(RefreshToken token) {
    return current.equals(token.hash());
  }

  /** Whether a token was exchanged just now, so that its response may have been lost. */
  boolean repeats(RefreshToken token, Lifetimes lifetimes, Instant now) {
    return previous.equals(token.hash()) && now.isBefore(renewed.plus(lifetimes.grace()));
  }
}
