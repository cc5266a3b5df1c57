package app.oegukmin.shared.member;

/**
 * What features know of an account.
 *
 * @param id the Firebase uid: its owner may see it, nobody else (D-S1)
 * @param publicId what everybody else knows the member by; made at sign-up, never changes
 * @param role {@code ROLE_USER} or {@code ROLE_ADMIN}
 */
public record Member(
    String id, String publicId, String name, String country, String major, String role) {

  /** The role of an administrator. */
  public static final String ADMIN = "ROLE_ADMIN";

  /** Everybody else's role. */
  public static final String USER = "ROLE_USER";

  /** Shows no personal data. */
  @Override
  public String toString() {
    return "Member[" + publicId + "]";
  }
}
