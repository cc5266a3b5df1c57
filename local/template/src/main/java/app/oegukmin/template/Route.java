package app.oegukmin.template;

import java.time.Duration;
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
    implements EventSource {}
