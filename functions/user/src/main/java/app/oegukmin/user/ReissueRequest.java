package app.oegukmin.user;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What is sent to get the next pair of tokens, and to sign out (contract §6.1). */
record ReissueRequest(@NotBlank @Size(max = 4096) String refreshToken) {

  /** Shows no token. */
  @Override
  public String toString() {
    return "ReissueRequest";
  }
}
