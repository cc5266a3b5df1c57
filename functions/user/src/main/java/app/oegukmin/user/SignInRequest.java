package app.oegukmin.user;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What the app sends to sign in (contract §6.1). */
record SignInRequest(@Uid String uuid, @NotBlank @Email @Size(max = 254) String email) {

  /** Shows no personal data. */
  @Override
  public String toString() {
    return "SignInRequest";
  }
}
