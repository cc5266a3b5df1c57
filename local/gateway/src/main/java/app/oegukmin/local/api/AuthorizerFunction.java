package app.oegukmin.local.api;

import app.oegukmin.local.function.FunctionError;
import app.oegukmin.local.function.Functions;
import app.oegukmin.template.Authorizer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The function of a REQUEST authorizer, and what its response means (aws §1.1). */
public final class AuthorizerFunction {

  private final Authorizer authorizer;
  private final Functions functions;

  /** The function behind an authorizer. */
  public AuthorizerFunction(Authorizer authorizer, Functions functions) {
    this.authorizer = authorizer;
    this.functions = functions;
  }

  /**
   * Its response to an event.
   *
   * @throws GatewayException 401 when it says so, 500 when it fails
   */
  public JsonNode ask(ObjectNode event) throws GatewayException {
    try {
      return Json.read(functions.invoke(authorizer.function(), Json.write(event)));
    } catch (FunctionError e) {
      if ("Unauthorized".equals(e.getMessage())) {
        throw new GatewayException(Failure.UNAUTHORIZED);
      }
      throw misconfigured(e.type() + ": " + e.getMessage());
    } catch (RuntimeException e) {
      // It could not be invoked at all: too large an event, or no such function.
      throw misconfigured(e.toString());
    }
  }

  /**
   * Lets pass what its policy allows.
   *
   * @throws GatewayException 403, or 500 for a policy that is none
   */
  public void judge(JsonNode response, String methodArn) throws GatewayException {
    Policy.Verdict verdict;
    try {
      verdict = new Policy(response.path("policyDocument")).about(methodArn);
    } catch (IllegalArgumentException e) {
      throw misconfigured(e.getMessage());
    }
    switch (verdict) {
      case ALLOWED -> {}
      case DENIED ->
          throw GatewayException.saying(
              Failure.ACCESS_DENIED, Failure.ACCESS_DENIED.message() + " with an explicit deny");
      case NOT_ALLOWED -> throw new GatewayException(Failure.ACCESS_DENIED);
    }
  }

  /**
   * What it knows of the caller: every value becomes text, null stays null.
   *
   * @throws GatewayException 500 for anything nested, or without a principal
   */
  public ObjectNode context(JsonNode response) throws GatewayException {
    ObjectNode context = Json.object();
    for (Map.Entry<String, JsonNode> entry : response.path("context").properties()) {
      if (entry.getValue().isContainerNode()) {
        throw misconfigured("context value " + entry.getKey() + " is nested");
      }
      context.put(entry.getKey(), entry.getValue().isNull() ? null : entry.getValue().asText());
    }
    if (!response.path("principalId").isTextual()) {
      throw misconfigured("no principalId");
    }
    return context.put("principalId", response.path("principalId").asText());
  }

  private GatewayException misconfigured(String why) {
    return GatewayException.because(
        Failure.AUTHORIZER_CONFIGURATION_ERROR, "authorizer " + authorizer.name() + ": " + why);
  }
}
