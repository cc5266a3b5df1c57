package app.oegukmin.template;

import java.util.Map;
import java.util.OptionalInt;

/**
 * A response of the gateway's own.
 *
 * @param type such as {@code ACCESS_DENIED} or {@code DEFAULT_4XX}
 * @param status replaces the type's own status code
 * @param headers name → mapping ({@code 'static'} or {@code context.authorizer.key})
 * @param templates content type → body with {@code $context} variables
 */
public record GatewayResponse(
    String type, OptionalInt status, Map<String, String> headers, Map<String, String> templates) {

  /** Reads an entry of an API's {@code GatewayResponses}. */
  static GatewayResponse read(String type, Section response) {
    response.only("StatusCode", "ResponseParameters", "ResponseTemplates");
    return new GatewayResponse(
        type,
        response.number("StatusCode"),
        response.section("ResponseParameters").only("Headers").map("Headers"),
        response.map("ResponseTemplates"));
  }
}
