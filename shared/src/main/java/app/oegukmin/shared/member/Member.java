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

  /** Shows no personal data. */
  @Override
  public String toString() {
    return "Member[" + publicId + "]";
  }
}
