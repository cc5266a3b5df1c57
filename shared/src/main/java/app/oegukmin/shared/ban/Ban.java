package app.oegukmin.shared.ban;

import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.token.AccessToken;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule that refuses one token, all tokens of one sign-in, or tokens of a member. It names a token
 * by its id and never by its text, because a text has several spellings (D-A14).
 *
 * @param member whose, by its {@link MemberKey}: a ban outlives the account (F-5)
 * @param name {@code token#id}, {@code family#id}, {@code issued} or {@code user}; no part of it is
 *     chosen by a caller
 * @param before it covers only tokens that were issued before; empty for all
 * @param until when the last token that it covers has expired (D-A4)
 */
public record Ban(String member, String name, Optional<Instant> before, Instant until) {

  static final String ISSUED = "issued";

  private static final String USER = "user";

  /** The two clocks of who bans and who signs may differ by as much. */
  private static final Duration SKEW = Duration.ofSeconds(2);

  // No token lives longer (template.yaml); the lifetime of the original's is not known (contract
  // §4.3).
  private static final Duration LONGEST = Duration.ofDays(365);

  /** A ban of one token until it expires by itself. */
  public static Ban token(AccessToken token) {
    return of(token.member(), tokenName(token.id()), token.expiresAt());
  }

  /** A ban of all tokens that descend from one sign-in. */
  public static Ban family(String uid, String family, Instant until) {
    return of(uid, familyName(family), until);
  }

  /** A ban of all tokens of a member, including tokens that do not exist yet. */
  public static Ban user(String uid, Instant until) {
    return of(uid, USER, until);
  }

  /**
   * A ban of all tokens of a member that exist, refresh tokens and those of the original included
   * (F-10). It reaches a moment into the future, because clocks differ; until then {@link
   * BanTable#demand} lets nobody issue tokens.
   */
  public static Ban issued(String uid, Instant now) {
    Instant before = now.plus(SKEW).truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    return new Ban(MemberKey.of(uid), ISSUED, Optional.of(before), now.plus(LONGEST));
  }

  private static Ban of(String uid, String name, Instant until) {
    return new Ban(MemberKey.of(uid), name, Optional.empty(), until);
  }

  boolean live(Instant now) {
    return now.isBefore(until);
  }

  boolean hits(AccessToken token) {
    return hits(token.id(), token.family(), token.issuedAt());
  }

  /** Whether it covers a token, or what a token has made, by what the token says of itself. */
  public boolean hits(String id, Optional<String> family, Instant issued) {
    return names(id, family).anyMatch(name::equals) && (before.isEmpty() || covers(issued));
  }

  /** Whether it covers whatever was issued to the member at a time. */
  boolean covers(Instant issued) {
    return before.filter(issued::isBefore).isPresent();
  }

  /** Whether this ban stands for another: whatever that one covers was issued before. */
  boolean replaces(Ban other) {
    return before.isPresent() && !other.name.equals(USER) && !other.name.equals(ISSUED);
  }

  /** The names of all bans that may cover a token. */
  public static Set<String> names(AccessToken token) {
    return names(token.id(), token.family()).collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> names(String id, Optional<String> family) {
    return Stream.concat(
        Stream.of(tokenName(id), USER, ISSUED), family.map(Ban::familyName).stream());
  }

  private static String tokenName(String id) {
    return "token#" + id;
  }

  private static String familyName(String id) {
    return "family#" + id;
  }
}
