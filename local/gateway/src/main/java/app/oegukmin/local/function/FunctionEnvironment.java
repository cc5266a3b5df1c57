package app.oegukmin.local.function;

import app.oegukmin.template.LambdaFunction;
import app.oegukmin.template.LocalNames;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The variables Lambda adds to those of the template. */
public final class FunctionEnvironment {

  static final String VERSION = "1";

  private FunctionEnvironment() {}

  /** All variables of a function that lies packaged in a folder. */
  public static Map<String, String> of(LambdaFunction function, Path taskRoot) {
    Map<String, String> variables = new HashMap<>(function.environment());
    variables.put("_HANDLER", function.code().handler());
    variables.put("AWS_REGION", LocalNames.REGION);
    variables.put("AWS_DEFAULT_REGION", LocalNames.REGION);
    variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", VERSION);
    variables.put(
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(function.limits().memoryMegabytes()));
    variables.put("LAMBDA_TASK_ROOT", taskRoot.toString());
    return Map.copyOf(variables);
  }
}
