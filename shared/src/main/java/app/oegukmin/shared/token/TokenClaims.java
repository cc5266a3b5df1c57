package app.oegukmin.shared.token;

/** The names in our tokens; the app treats tokens as opaque (contract §4.3). */
public final class TokenClaims {

  /** Who our tokens are for. */
  public static final String AUDIENCE = "oegukmin";

  /** Claim that tells access from refresh tokens. */
  public static final String TYPE = "typ";

  /** The type of a token that opens the member routes. */
  public static final String ACCESS = "access";

  /** The type of a token that is exchanged for the next pair. */
  public static final String REFRESH = "refresh";

  /** Claim with the account's role. */
  public static final String ROLE = "role";

  /** Claim that is true when the sign-in took an ID token; absent otherwise. */
  public static final String VERIFIED = "verified";

  /** Claim with the sign-in that a token descends from. */
  public static final String FAMILY = "fam";

  private TokenClaims() {}
}
