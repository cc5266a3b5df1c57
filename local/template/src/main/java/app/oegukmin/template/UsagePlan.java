package app.oegukmin.template;

import java.util.List;
import java.util.Optional;

/**
 * A usage plan of the API: a limit on all calls that name one of its keys (aws §1.2).
 *
 * @param keys those that are enabled
 * @param throttle of each key by itself; empty for none
 * @param requestsPerDay of each key by itself; empty for no quota
 */
public record UsagePlan(
    String logicalId,
    List<Key> keys,
    Optional<Throttle> throttle,
    Optional<Integer> requestsPerDay) {

  /** A key by its id and the value that calls name. */
  public record Key(String id, String value) {}
}
