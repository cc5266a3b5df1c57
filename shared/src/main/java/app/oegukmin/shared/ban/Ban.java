package app.oegukmin.shared.ban;

import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.token.AccessToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What no longer opens the member routes: one token, all tokens of one sign-in, or all of a member.
 * Never a token's text, which could be spelled otherwise (D-A14).
 *
 * @param member whose, by its {@link MemberKey}: a ban outlives the account (F-5)
 * @param name {@code token#id}, {@code family#id}, {@code user} or {@code original}; no part of it
 *     is chosen by a caller
 * @param until from then on nothing is left that it could hit (D-A4)
 */
public record Ban(String member, String name, Instant until) {

  // How long tokens of the original live nobody told us (contract §4.3).
  private static final Duration ORIGINALS = Duration.ofDays(365);

  private static final String USER = "user";
  private static final String ORIGINAL = "original";

  /** A ban of one token until it expires by itself. */
  public static Ban token(AccessToken token) {
    return new Ban(MemberKey.of(token.member()), tokenName(token.id()), token.expiresAt());
  }

  /** A ban of all tokens that descend from one sign-in. */
  public static Ban family(String uid, String family, Instant until) {
    return new Ban(MemberKey.of(uid), familyName(family), until);
  }

  /** A ban of all tokens of a member, those to come included. */
  public static Ban user(String uid, Instant until) {
    return new Ban(MemberKey.of(uid), USER, until);
  }

  /** A ban of all tokens of a member that the original backend made: of those none are to come. */
  public static Ban original(String uid, Instant now) {
    return new Ban(MemberKey.of(uid), ORIGINAL, now.plus(ORIGINALS));
  }

  boolean live(Instant now) {
    return now.isBefore(until);
  }

  boolean hits(AccessToken token) {
    return names(token).contains(name);
  }

  /** The names of all bans that would hit a token. */
  public static Set<String> names(AccessToken token) {
    return Set.of(
        token.family().map(Ban::familyName).orElse(ORIGINAL), tokenName(token.id()), USER);
  }

  private static String tokenName(String id) {
    return "token#" + id;
  }

  private static String familyName(String id) {
    return "family#" + id;
  }
}
