package app.oegukmin.shared.connection;

import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.token.AccessToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An open connection.
 *
 * @param member the {@link MemberKey} of whose it is
 * @param id API Gateway's name of it
 * @param token the id of the access token that opened it
 * @param family the sign-in that the token descends from, which a ban may name
 * @param tokenExpires from then on it is of no use
 * @param expires when API Gateway has ended it at the latest
 */
public record Connection(
    String member,
    String id,
    String token,
    Optional<String> family,
    Instant connectedDate,
    Instant tokenExpires,
    Instant expires) {

  /** API Gateway lets none live longer (aws §7). */
  private static final Duration LIFE = Duration.ofHours(2);

  /** A connection that a token opens now. */
  public static Connection of(AccessToken token, String id, Instant now) {
    return new Connection(
        MemberKey.of(token.member()),
        id,
        token.id(),
        token.family(),
        now,
        token.expiresAt(),
        now.plus(LIFE));
  }

  /** Whether its token is good at a time. */
  public boolean admitted(Instant now) {
    return now.isBefore(tokenExpires);
  }

  /**
   * Whether a ban covers it, by the name of the ban in its table. A ban of all that the member was
   * issued covers every connection: who has a newer token connects again.
   */
  public boolean coveredBy(String ban) {
    return switch (ban.substring(0, ban.indexOf('#') + 1)) {
      case "token#" -> ban.equals("token#" + token);
      case "family#" -> ban.equals("family#" + family.orElse(""));
      default -> true;
    };
  }
}
