package app.oegukmin.shared.session;

import java.time.Instant;

/**
 * What has to be known of a session to end it.
 *
 * @param member a uid
 * @param family the session's id
 * @param current the hash of its refresh token, which changes with each renewal
 * @param accessUntil when the last of its access tokens ends
 */
public record OpenSession(String member, String family, String current, Instant accessUntil) {

  /** Shows no personal data. */
  @Override
  public String toString() {
    return "OpenSession[" + family + "]";
  }
}
