package app.oegukmin.template;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * One method of one path of the API.
 *
 * @param function logical id of the function that serves it
 * @param method in capitals; {@code ANY} for all
 * @param path with parameters as {@code {id}} and {@code {proxy+}}
 * @param authorizer name of an authorizer of the API, empty for an open route
 * @param timeout how long the gateway waits for the function
 */
public record Route(
    String function,
    String method,
    String path,
    Optional<String> authorizer,
    boolean apiKeyRequired,
    Duration timeout)
    implements EventSource {

  /** The longest API Gateway waits by itself: 29 s (aws §2 #21). */
  private static final int TIMEOUT_MILLIS = 29_000;

  /** Reads a function's {@code Api} event. */
  static Route read(Resources resources, Resource api, String function, Section event) {
    event.only("Path", "Method", "RestApiId", "Auth", "TimeoutInMillis");
    if (!event.text("RestApiId").equals(resources.reference(api))) {
      throw new TemplateException(event.line(), "RestApiId must be " + api.logicalId());
    }
    Section auth = api.properties().section("Auth");
    Section own = event.section("Auth").only("Authorizer", "ApiKeyRequired");
    return new Route(
        function,
        event.text("Method").toUpperCase(Locale.ROOT),
        event.text("Path"),
        authorizer(auth, own),
        own.flag("ApiKeyRequired", auth.flag("ApiKeyRequired", false)),
        Duration.ofMillis(event.number("TimeoutInMillis").orElse(TIMEOUT_MILLIS)));
  }

  private static Optional<String> authorizer(Section auth, Section own) {
    Optional<String> name =
        own.optional("Authorizer")
            .or(() -> auth.optional("DefaultAuthorizer"))
            .filter(chosen -> !chosen.equals("NONE"));
    name.filter(chosen -> !auth.children("Authorizers").containsKey(chosen))
        .ifPresent(
            chosen -> {
              throw new TemplateException(own.line(), "there is no authorizer " + chosen);
            });
    return name;
  }
}
