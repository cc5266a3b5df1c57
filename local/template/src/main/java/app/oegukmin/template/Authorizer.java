package app.oegukmin.template;

import java.time.Duration;
import java.util.List;

/**
 * A REQUEST authorizer.
 *
 * @param function logical id
 * @param identitySources what a request must carry to be judged at all
 * @param ttl how long a response may be reused; zero for never
 */
public record Authorizer(
    String name, String function, List<IdentitySource> identitySources, Duration ttl) {

  /** A place in the request. */
  public record IdentitySource(Place place, String key) {}

  /** Where an identity source lies. */
  public enum Place {
    HEADER,
    QUERY_STRING,
    STAGE_VARIABLE,
    CONTEXT
  }
}
