package app.oegukmin.user;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What the app sends to sign up (contract §6.1). The phone number is the same constant for
 * everybody and may be missing; college and department are not checked against a list (contract
 * §8.5).
 */
record SignUpRequest(
    @Uid String uuid,
    @NotBlank @Email @Size(max = 254) String email,
    @NotBlank @Size(max = 255) String name,
    @NotBlank @Size(max = 255) String country,
    @Phone String phoneNumber,
    @NotBlank @Size(max = 255) String bigmajor,
    @NotBlank @Size(max = 255) String major) {

  SignUpRequest {
    phoneNumber = PhoneNumber.dashed(phoneNumber);
  }

  /** Shows no personal data. */
  @Override
  public String toString() {
    return "SignUpRequest";
  }
}
