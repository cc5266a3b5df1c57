package app.oegukmin.local.run;

import app.oegukmin.local.function.FunctionError;
import app.oegukmin.local.function.Functions;
import app.oegukmin.local.function.RecursiveInvocationException;
import app.oegukmin.local.function.RequestTooLargeException;
import app.oegukmin.local.function.TooManyRequestsException;
import app.oegukmin.local.function.TraceHeader;
import app.oegukmin.local.standin.LoopbackServer;
import app.oegukmin.template.LambdaFunction;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.Statement;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plays Lambda's Invoke for the SDK of functions, synchronous invocations alone. The caller is who
 * the User-Agent names; its policy must allow it, and it must be outside the VPC.
 */
final class LambdaServer implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String ROOT = "/2015-03-31/functions/";
  private static final Pattern PATH = Pattern.compile(ROOT + "([^/]+)/invocations");

  // A name, or an ARN, which may have a version or an alias at its end.
  private static final Pattern NAME =
      Pattern.compile("(?:arn:[^:]+:lambda:[^:]*:[^:]*:function:)?([^:]+)(?::([^:]+))?");
  private static final Pattern CALLER = Pattern.compile("(?:^| )app/(\\S+)");

  private final Functions functions;
  private final List<LambdaFunction> declared;
  private final LoopbackServer server;

  @SuppressWarnings("ArrayRecordComponent") // Nobody compares replies.
  private record Reply(int status, Optional<String> error, byte[] body) {

    static Reply error(int status, String type, String message) {
      byte[] body =
          JSON.createObjectNode()
              .put("Message", message)
              .toString()
              .getBytes(StandardCharsets.UTF_8);
      return new Reply(status, Optional.of(type), body);
    }
  }

  private LambdaServer(Functions functions, List<LambdaFunction> declared) throws IOException {
    this.functions = functions;
    this.declared = declared;
    this.server = LoopbackServer.start(Map.of(ROOT, this::serve));
  }

  /** Starts one on a free port of 127.0.0.1. */
  static LambdaServer start(Functions functions, List<LambdaFunction> declared) throws IOException {
    return new LambdaServer(functions, declared);
  }

  /** The endpoint for an SDK. */
  URI endpoint() {
    return server.uri();
  }

  @Override
  public void close() {
    server.close();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply reply = reply(exchange);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      reply
          .error()
          .ifPresent(
              type ->
                  exchange
                      .getResponseHeaders()
                      .set(
                          reply.status() == 200 ? "X-Amz-Function-Error" : "X-Amzn-ErrorType",
                          type));
      exchange.sendResponseHeaders(
          reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
      exchange.getResponseBody().write(reply.body());
    }
  }

  private Reply reply(HttpExchange exchange) throws IOException {
    byte[] event = exchange.getRequestBody().readAllBytes();
    Matcher path = PATH.matcher(exchange.getRequestURI().getRawPath());
    String type = exchange.getRequestHeaders().getFirst("X-Amz-Invocation-Type");
    if (!path.matches() || !exchange.getRequestMethod().equals("POST")) {
      return Reply.error(404, "ResourceNotFoundException", "No such operation here");
    }
    if (type != null && !type.equals("RequestResponse")) {
      return Reply.error(400, "InvalidParameterValueException", type + " is not played here");
    }
    Matcher name = NAME.matcher(URLDecoder.decode(path.group(1), StandardCharsets.UTF_8));
    return name.matches()
        ? reply(exchange, name.group(1), Optional.ofNullable(name.group(2)), event)
        : Reply.error(400, "ValidationException", "Not a function's name");
  }

  private Reply reply(HttpExchange exchange, String name, Optional<String> alias, byte[] event) {
    Optional<LambdaFunction> function =
        declared.stream().filter(each -> each.name().equals(name)).findAny();
    if (function.isEmpty()) {
      return Reply.error(404, "ResourceNotFoundException", "Function not found: " + name);
    }
    Optional<String> refusal = refusal(exchange, function.get(), alias);
    return refusal.isPresent()
        ? Reply.error(403, "AccessDeniedException", refusal.get())
        : invoke(function.get().logicalId(), event, trace(exchange));
  }

  private Optional<String> refusal(
      HttpExchange exchange, LambdaFunction function, Optional<String> alias) {
    String agent = exchange.getRequestHeaders().getFirst("User-Agent");
    Matcher caller = CALLER.matcher(agent == null ? "" : agent);
    if (!caller.find()) {
      return Optional.empty();
    }
    String arn =
        LocalNames.functionArn(function.name()) + alias.map(named -> ":" + named).orElse("");
    var request = new Statement.Request("lambda:InvokeFunction", arn, Map.of());
    return declared.stream()
            .filter(each -> each.name().equals(caller.group(1)))
            .filter(each -> !each.inVpc())
            .anyMatch(each -> each.policy().stream().anyMatch(it -> it.allows(request)))
        ? Optional.empty()
        : Optional.of(caller.group(1) + " may not or cannot invoke " + arn);
  }

  private Reply invoke(String logicalId, byte[] event, TraceHeader trace) {
    try {
      return new Reply(200, Optional.empty(), functions.invoke(logicalId, event, trace));
    } catch (FunctionError e) {
      var body = JSON.createObjectNode().put("errorType", e.type());
      return new Reply(
          200,
          Optional.of("Unhandled"),
          body.put("errorMessage", e.getMessage()).toString().getBytes(StandardCharsets.UTF_8));
    } catch (TooManyRequestsException e) {
      return Reply.error(429, "TooManyRequestsException", e.getMessage());
    } catch (RecursiveInvocationException e) {
      return Reply.error(400, "RecursiveInvocationException", e.getMessage());
    } catch (RequestTooLargeException e) {
      return Reply.error(413, "RequestTooLargeException", e.getMessage());
    }
  }

  private static TraceHeader trace(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("X-Amzn-Trace-Id");
    return header == null ? TraceHeader.NONE : TraceHeader.parse(header);
  }
}
