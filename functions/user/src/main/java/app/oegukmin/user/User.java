package app.oegukmin.user;

import java.util.Optional;

/**
 * An account.
 *
 * @param id the Firebase uid; compared byte for byte (contract §4.1)
 * @param publicId what other members know it by
 * @param phoneNumber with dashes; empty when the app sent none
 * @param role {@code ROLE_USER} or {@code ROLE_ADMIN}
 * @param createdDate local date and time in Asia/Seoul (contract §3.2)
 * @param modifiedDate likewise
 */
record User(
    String id,
    String publicId,
    String email,
    String bigmajor,
    String major,
    String country,
    String name,
    Optional<String> phoneNumber,
    String role,
    String createdDate,
    String modifiedDate) {

  /** Shows no personal data. */
  @Override
  public String toString() {
    return "User";
  }
}
