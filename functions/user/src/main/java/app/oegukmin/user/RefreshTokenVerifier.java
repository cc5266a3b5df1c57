package app.oegukmin.user;

import app.oegukmin.shared.key.KeySet;
import app.oegukmin.shared.token.TokenClaims;
import app.oegukmin.shared.token.TokenVerifier;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.util.Optional;

/** Verifies refresh tokens; an access token is refused (D-A2). */
final class RefreshTokenVerifier {

  private final TokenVerifier tokens;
  private final KeySet keys;

  RefreshTokenVerifier(TokenVerifier tokens, KeySet keys) {
    this.tokens = tokens;
    this.keys = keys;
  }

  /** What a token says; empty unless we signed it, it has not expired and it names a family. */
  Optional<RefreshToken> verify(String token) {
    return tokens
        .verify(token, TokenClaims.REFRESH)
        .filter(good -> good.getClaim(TokenClaims.FAMILY).asString() != null)
        .flatMap(this::read);
  }

  private Optional<RefreshToken> read(DecodedJWT token) {
    return keys.find(token.getKeyId())
        .map(
            key ->
                RefreshToken.of(
                    token.getSubject(),
                    token.getClaim(TokenClaims.FAMILY).asString(),
                    token.getId(),
                    key.secret()));
  }
}
