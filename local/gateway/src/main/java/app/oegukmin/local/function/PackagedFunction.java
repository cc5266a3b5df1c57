package app.oegukmin.local.function;

import app.oegukmin.template.LambdaFunction;
import java.nio.file.Path;

/**
 * A function that lies ready.
 *
 * @param taskRoot its packaged folder
 * @param log where its output goes
 * @param shared the host's third-party jars
 */
record PackagedFunction(
    LambdaFunction function, Path taskRoot, FunctionLog log, SharedJars shared) {}
