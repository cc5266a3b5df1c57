package app.oegukmin.shared.token;

import com.auth0.jwt.interfaces.DecodedJWT;
import java.time.Instant;
import java.util.Optional;

/** Verifies access tokens. */
public final class AccessTokenVerifier {

  private final TokenVerifier tokens;
  private final Optional<LegacyTokenVerifier> legacy;

  /**
   * A verifier of our access tokens.
   *
   * @param legacy also accepts tokens of the original, when present
   */
  public AccessTokenVerifier(TokenVerifier tokens, Optional<LegacyTokenVerifier> legacy) {
    this.tokens = tokens;
    this.legacy = legacy;
  }

  /**
   * What the token in an Authorization header says, with or without the scheme (contract §2), which
   * {@link Bearer} reads in any case (F-53); empty when it is missing, malformed, forged, expired,
   * not yet valid, for another audience or no access token.
   */
  public Optional<AccessToken> verify(String header) {
    String token = Bearer.token(header).orElse(header);
    return tokens
        .verify(token, TokenClaims.ACCESS)
        .map(AccessTokenVerifier::read)
        .or(() -> legacy.flatMap(original -> original.verify(token)));
  }

  private static AccessToken read(DecodedJWT token) {
    return new AccessToken(
        token.getId(),
        token.getSubject(),
        token.getClaim(TokenClaims.ROLE).asString(),
        Boolean.TRUE.equals(token.getClaim(TokenClaims.VERIFIED).asBoolean()),
        Optional.ofNullable(token.getClaim(TokenClaims.FAMILY).asString()),
        Optional.ofNullable(token.getIssuedAtAsInstant()).orElse(Instant.EPOCH),
        token.getExpiresAtAsInstant());
  }
}
