package app.oegukmin.user;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What a member changes of the own account; all of it is stored (D-A10). No phone clears it. */
record ProfileRequest(
    @NotBlank @Size(max = 255) String name,
    @NotBlank @Size(max = 255) String country,
    @NotBlank @Size(max = 255) String major,
    @NotBlank @Size(max = 255) String bigmajor,
    @Phone String phoneNumber) {

  ProfileRequest {
    phoneNumber = PhoneNumber.dashed(phoneNumber);
  }

  /** Shows no personal data. */
  @Override
  public String toString() {
    return "ProfileRequest";
  }
}
