package app.oegukmin.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables of a gateway response: plain substitution, no template language (aws §1.3). */
final class ContextVariables {

  private static final Pattern VARIABLE =
      Pattern.compile("\\$(context|stageVariables)((?:\\.[\\w-]+)+)");

  private final Exchange exchange;
  private final ObjectNode context;

  ContextVariables(Exchange exchange, Failure failure, String message) {
    this.exchange = exchange;
    this.context = exchange.context().deepCopy();
    this.context
        .putObject("error")
        .put("message", message)
        .put("messageString", message == null ? "null" : TextNode.valueOf(message).toString())
        .put("responseType", failure.name());
  }

  /** A body with every variable replaced; by nothing where it has no value. */
  String fill(String template) {
    return VARIABLE
        .matcher(template)
        .replaceAll(
            match -> Matcher.quoteReplacement(value(match.group(1) + match.group(2)).orElse("")));
  }

  /** The value of a header's mapping: {@code 'text'} or the name of a value; empty for none. */
  Optional<String> map(String mapping) {
    return mapping.startsWith("'") && mapping.endsWith("'") && mapping.length() > 1
        ? Optional.of(mapping.substring(1, mapping.length() - 1))
        : value(mapping);
  }

  private Optional<String> value(String name) {
    int dot = name.startsWith("method.request.") ? name.indexOf('.', 15) : name.indexOf('.');
    String key = name.substring(dot + 1);
    return switch (name.substring(0, Math.max(dot, 0))) {
      case "context" -> text(context.at("/" + key.replace('.', '/')));
      case "stageVariables" -> Optional.ofNullable(exchange.stage().variables().get(key));
      case "method.request.header" -> exchange.request().headers().last(key);
      case "method.request.querystring" -> query(key);
      case "method.request.path" -> Optional.ofNullable(exchange.pathParameters().get(key));
      default -> Optional.empty();
    };
  }

  private Optional<String> query(String key) {
    try {
      Map<String, List<String>> query = Query.parse(exchange.request().query());
      return Optional.ofNullable(query.get(key)).map(List::getLast);
    } catch (GatewayException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(JsonNode node) {
    return node.isValueNode() && !node.isNull() ? Optional.of(node.asText()) : Optional.empty();
  }
}
