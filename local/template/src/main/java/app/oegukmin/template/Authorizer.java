package app.oegukmin.template;

import java.time.Duration;
import java.util.ArrayList;
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

  /** What AWS takes when nothing is said (aws §1.1). */
  private static final int DEFAULT_TTL_SECONDS = 300;

  /** Reads the authorizers of an API's {@code Auth}. */
  static List<Authorizer> read(Resources resources, Section auth) {
    auth.only(
        "DefaultAuthorizer",
        "Authorizers",
        "ApiKeyRequired",
        "UsagePlan",
        "AddDefaultAuthorizerToCorsPreflight",
        "AddApiKeyRequiredToCorsPreflight");
    return auth.children("Authorizers").entrySet().stream()
        .map(entry -> authorizer(resources, entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Authorizer authorizer(Resources resources, String name, Section section) {
    section.only("FunctionArn", "FunctionPayloadType", "Identity", "FunctionInvokeRole");
    if (!section.optional("FunctionPayloadType").orElse("TOKEN").equals("REQUEST")) {
      throw new TemplateException(
          section.line(), "authorizer " + name + " must be of type REQUEST");
    }
    Section identity =
        section
            .section("Identity")
            .only("Headers", "QueryStrings", "StageVariables", "Context", "ReauthorizeEvery");
    return new Authorizer(
        name,
        function(resources, section),
        sources(identity),
        Duration.ofSeconds(identity.number("ReauthorizeEvery").orElse(DEFAULT_TTL_SECONDS)));
  }

  /** The function behind a function's ARN or its alias'. */
  private static String function(Resources resources, Section section) {
    String attribute = section.text("FunctionArn").matches(".*:function:[^:]+") ? "Arn" : "Alias";
    return resources.owner(Resources.FUNCTION, attribute, section, "FunctionArn");
  }

  private static List<IdentitySource> sources(Section identity) {
    List<IdentitySource> sources = new ArrayList<>();
    identity.texts("Headers").forEach(key -> sources.add(new IdentitySource(Place.HEADER, key)));
    identity
        .texts("QueryStrings")
        .forEach(key -> sources.add(new IdentitySource(Place.QUERY_STRING, key)));
    identity
        .texts("StageVariables")
        .forEach(key -> sources.add(new IdentitySource(Place.STAGE_VARIABLE, key)));
    identity.texts("Context").forEach(key -> sources.add(new IdentitySource(Place.CONTEXT, key)));
    return List.copyOf(sources);
  }
}
