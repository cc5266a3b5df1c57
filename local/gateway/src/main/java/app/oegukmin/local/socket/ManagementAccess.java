package app.oegukmin.local.socket;

import app.oegukmin.template.LambdaFunction;
import app.oegukmin.template.SocketApi;
import app.oegukmin.template.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who may write to connections: a function whose policy allows it and that is outside the VPC, from
 * which no way leads to {@code @connections}. The caller is who the User-Agent names as {@code
 * app/<function>}; requests that name nobody, as those of tests, pass.
 */
final class ManagementAccess {

  private static final Pattern CALLER = Pattern.compile("(?:^| )app/(\\S+)");

  private final SocketApi api;
  private final Map<String, LambdaFunction> functions;

  ManagementAccess(SocketApi api, List<LambdaFunction> functions) {
    this.api = api;
    this.functions =
        functions.stream().collect(Collectors.toMap(LambdaFunction::name, function -> function));
  }

  /** Why a caller may not do it; empty when it may. */
  Optional<String> refusal(String userAgent, String method, String connection) {
    Matcher caller = CALLER.matcher(userAgent);
    if (!caller.find()) {
      return Optional.empty();
    }
    LambdaFunction function = functions.get(caller.group(1));
    if (function != null && function.inVpc()) {
      return Optional.of(
          caller.group(1) + " is in the VPC: on AWS no way leads from there to @connections");
    }
    String arn = Admission.arn(api, method + "/@connections/" + connection);
    var request = new Statement.Request("execute-api:ManageConnections", arn, Map.of());
    return function != null && function.policy().stream().anyMatch(it -> it.allows(request))
        ? Optional.empty()
        : Optional.of(
            "User: %s is not authorized to perform: %s on resource: %s"
                .formatted(caller.group(1), request.action(), arn));
  }
}
