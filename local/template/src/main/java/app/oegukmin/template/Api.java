package app.oegukmin.template;

import java.util.List;
import java.util.Map;

/**
 * The REST API.
 *
 * @param binaryMediaTypes content types whose bodies travel in Base64
 */
public record Api(
    Stage stage,
    List<Route> routes,
    List<Authorizer> authorizers,
    List<GatewayResponse> gatewayResponses,
    List<String> binaryMediaTypes) {

  /** The stage and its variables. */
  public record Stage(String name, Map<String, String> variables) {}
}
