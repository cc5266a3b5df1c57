package app.oegukmin.shared.device;

import app.oegukmin.shared.ban.Ban;
import app.oegukmin.shared.digest.Digests;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.token.AccessToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A phone, or a browser, that pushes go to.
 *
 * @param hash names it: a hash of FCM's token
 * @param member the {@link MemberKey} of its owner
 * @param token what FCM knows it by
 * @param language of the fixed sentence that it shows
 * @param showText whether its owner wants to read messages on it before it is unlocked
 * @param signIn the id of the access token that registered it
 * @param family the sign-in that the access token descends from
 * @param issuedAt when the access token was issued
 * @param expires the app registers its phone at each start; who does not for so long has none
 */
public record Device(
    String hash,
    String member,
    String token,
    Language language,
    boolean showText,
    String signIn,
    Optional<String> family,
    Instant issuedAt,
    Instant registered,
    Instant expires) {

  private static final Duration LIFE = Duration.ofDays(60);

  /** A phone that the owner of an access token registers now. */
  public static Device of(
      AccessToken by, String token, Language language, boolean showText, Instant now) {
    return new Device(
        hash(token),
        MemberKey.of(by.member()),
        token,
        language,
        showText,
        by.id(),
        by.family(),
        by.issuedAt(),
        now,
        now.plus(LIFE));
  }

  /** The name of a phone by FCM's token: its SHA-256 in Base64 for URLs. */
  public static String hash(String token) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.sha256(token));
  }

  /** Whether a ban covers the sign-in that registered it: a logout is one. */
  boolean coveredBy(Ban ban) {
    return ban.hits(signIn, family, issuedAt);
  }

  /** Shows nothing of the token. */
  @Override
  public String toString() {
    return "Device[" + hash + "]";
  }
}
