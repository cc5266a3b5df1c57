package app.oegukmin.testkit;

import java.nio.file.Path;
import java.util.Map;

/**
 * A packaged function.
 *
 * @param directory what ships: {@code target/lambda} of its module
 * @param handler the class that the runtime loads
 * @param environment its variables, those of Lambda among them
 */
public record LambdaTask(Path directory, String handler, Map<String, String> environment) {}
