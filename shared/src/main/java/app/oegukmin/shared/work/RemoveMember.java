package app.oegukmin.shared.work;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * Remove what was a departed member's. It harms nobody who has signed up again meanwhile.
 *
 * @param id the Firebase uid
 * @param publicId what others knew the member by
 * @param deletedDate when the account was deleted, as its item says
 */
@JsonTypeName("member")
public record RemoveMember(String id, String publicId, String deletedDate) implements RemovalWork {

  /**
   * Checks that nothing is missing.
   *
   * @throws IllegalArgumentException when something is empty
   */
  public RemoveMember {
    if (id.isEmpty() || publicId.isEmpty() || deletedDate.isEmpty()) {
      throw new IllegalArgumentException("A removal lacks an id or a date");
    }
  }

  /** {@code <publicId>:<deletedDate>}. */
  @Override
  public String key() {
    return publicId + ":" + deletedDate;
  }

  /** Shows no personal data. */
  @Override
  public String toString() {
    return "RemoveMember[" + key() + "]";
  }
}
