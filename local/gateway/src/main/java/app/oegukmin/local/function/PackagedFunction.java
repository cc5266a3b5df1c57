package app.oegukmin.local.function;

import app.oegukmin.template.LambdaFunction;
import java.nio.file.Path;
import java.time.Clock;

/**
 * A function that lies ready.
 *
 * @param taskRoot its packaged folder
 * @param log where its output goes
 * @param shared the host's third-party jars
 * @param clock what a handler gets that takes one
 */
record PackagedFunction(
    LambdaFunction function, Path taskRoot, FunctionLog log, SharedJars shared, Clock clock) {}
