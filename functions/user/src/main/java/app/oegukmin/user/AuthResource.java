package app.oegukmin.user;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.Envelope;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.token.AccessToken;
import app.oegukmin.shared.token.AccessTokenVerifier;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** The HTTP edge of tokens (contract §6.1). */
@Path("/api/auth")
@Produces(MediaType.APPLICATION_JSON)
public final class AuthResource {

  private final SessionService sessions;
  private final AccessTokenVerifier accessTokens;
  private final AccessTokenVerifier expiredTokens;
  private final RefreshTokenVerifier refreshTokens;

  /**
   * A resource over the rules.
   *
   * @param expiredTokens takes access tokens that have expired, too
   */
  AuthResource(
      SessionService sessions,
      AccessTokenVerifier accessTokens,
      AccessTokenVerifier expiredTokens,
      RefreshTokenVerifier refreshTokens) {
    this.sessions = sessions;
    this.accessTokens = accessTokens;
    this.expiredTokens = expiredTokens;
    this.refreshTokens = refreshTokens;
  }

  /** The next pair; 401 J001 for an invalid refresh token, 401 J002 for a used one. */
  @POST
  @Path("/reissue")
  public Envelope<TokenView> reissue(@NotNull @Valid ReissueRequest body) {
    RefreshToken token =
        refreshTokens.verify(body.refreshToken()).orElseThrow(AuthResource::invalid);
    return Envelope.of("Successfully get token", sessions.renew(token));
  }

  /**
   * Ends the session of the access token in the header. The token is validated before anything is
   * written: 401 J001 (D-A5). The refresh token is required by the contract and need not be valid,
   * unless the access token has expired: then that of the same session proves whose it is (F-11).
   * 503 C004 when the end is stored but may not hold yet.
   */
  @POST
  @Path("/logout")
  public Envelope<String> logout(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String header, @NotNull @Valid ReissueRequest body) {
    if (header == null) {
      throw invalid();
    }
    Optional<AccessToken> token = accessTokens.verify(header);
    if (token.isPresent()) {
      sessions.end(token.get());
    } else {
      sessions.end(companion(header, body.refreshToken()).orElseThrow(AuthResource::invalid));
    }
    return Envelope.of("Successfully logout token", "Logout successful");
  }

  private Optional<RefreshToken> companion(String header, String refreshToken) {
    return expiredTokens
        .verify(header)
        .flatMap(
            access ->
                refreshTokens
                    .verify(refreshToken)
                    .filter(token -> token.member().equals(access.member()))
                    .filter(token -> access.family().equals(Optional.of(token.family()))));
  }

  private static ApiException invalid() {
    return new ApiException(ErrorCode.INVALID_TOKEN);
  }
}
