package app.oegukmin.shared.key;

import java.time.Duration;
import java.time.Instant;

/**
 * The public keys that Firebase signs ID tokens with, as Google returns them.
 *
 * @param json X.509 certificates in PEM by kid
 * @param expiresAt how long Google says they may be kept (sites §6)
 */
public record FirebaseKeys(String json, Instant expiresAt) {

  /** Where Google publishes them; Firebase's verifier asks for this very address. */
  public static final String ADDRESS =
      "https://www.googleapis.com/robot/v1/metadata/x509/securetoken@system.gserviceaccount.com";

  /**
   * How long they are still used after that, when they could not be fetched again: long enough for
   * people to look into it, at the price that a key which Google withdraws is trusted as much
   * longer.
   */
  public static final Duration GRACE = Duration.ofDays(1);

  /** Whether they may still be used. */
  public boolean usable(Instant now) {
    return now.isBefore(expiresAt.plus(GRACE));
  }
}
