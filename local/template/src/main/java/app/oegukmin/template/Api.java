package app.oegukmin.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The REST API.
 *
 * @param keySource where a call's key for a usage plan comes from
 * @param cors empty without preflights
 * @param binaryMediaTypes content types whose bodies travel in Base64
 */
public record Api(
    Stage stage,
    KeySource keySource,
    List<Route> routes,
    List<Authorizer> authorizers,
    Optional<Cors> cors,
    List<GatewayResponse> gatewayResponses,
    List<String> binaryMediaTypes) {

  /**
   * The stage and what holds for all who call it.
   *
   * @param throttles in the order of the template
   * @param plans those that name this stage; keys of others are unknown to it
   */
  public record Stage(
      String name,
      Map<String, String> variables,
      List<MethodThrottle> throttles,
      List<UsagePlan> plans) {}

  /** Who says which key a call counts for. */
  public enum KeySource {
    /** The caller, in {@code x-api-key}. */
    HEADER,
    /** The authorizer, in {@code usageIdentifierKey}. */
    AUTHORIZER
  }
}
