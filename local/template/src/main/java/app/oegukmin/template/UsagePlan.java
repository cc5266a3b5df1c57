package app.oegukmin.template;

import java.util.List;
import java.util.Optional;

/**
 * A usage plan of the API: a valve for all calls that name one of its keys (aws-notes §1.2).
 *
 * @param keys the values of its keys
 * @param throttle empty for none
 * @param requestsPerDay empty for no quota
 */
public record UsagePlan(
    String logicalId,
    List<String> keys,
    Optional<Throttle> throttle,
    Optional<Integer> requestsPerDay) {

  /** Requests a second, and at once. */
  public record Throttle(int rate, int burst) {}
}
