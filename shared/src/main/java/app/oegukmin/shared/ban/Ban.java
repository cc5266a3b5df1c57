package app.oegukmin.shared.ban;

import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.token.AccessToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * A rule that refuses one token, all tokens of one sign-in, or all tokens of a member. It names a
 * token by its id and never by its text, because a text has several spellings (D-A14).
 *
 * @param member whose, by its {@link MemberKey}: a ban outlives the account (F-5)
 * @param name {@code token#id}, {@code family#id}, {@code user} or {@code original}; no part of it
 *     is chosen by a caller
 * @param until when the last token that it covers has expired (D-A4)
 */
public record Ban(String member, String name, Instant until) {

  // The lifetime of the original's tokens is not known (contract §4.3).
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

  /** A ban of all tokens of a member, including tokens that do not exist yet. */
  public static Ban user(String uid, Instant until) {
    return new Ban(MemberKey.of(uid), USER, until);
  }

  /** A ban of all tokens of a member that the original backend made; it makes no more of them. */
  public static Ban original(String uid, Instant now) {
    return new Ban(MemberKey.of(uid), ORIGINAL, now.plus(ORIGINALS));
  }

  boolean live(Instant now) {
    return now.isBefore(until);
  }

  boolean hits(AccessToken token) {
    return names(token).contains(name);
  }

  /** The names of all bans that cover a token. */
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
