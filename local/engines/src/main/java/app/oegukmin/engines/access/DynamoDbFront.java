package app.oegukmin.engines.access;

import app.oegukmin.template.Statement;
import app.oegukmin.template.Template;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * DynamoDB as functions find it on AWS; DynamoDB Local refuses none of this. What the policy of the
 * calling function does not allow is refused; the caller is who the User-Agent names as {@code
 * app/<function>}, and requests that name nobody, as those of tests, pass. A write is refused that
 * meets a transaction on the same item, or is too much for its item. The front counts the writes to
 * each table.
 */
public final class DynamoDbFront implements AutoCloseable {

  private static final Pattern CALLER = Pattern.compile("(?:^| )app/(\\S+)");

  private final Forwarding forwarding;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ObjectMapper json = new ObjectMapper();
  private final Policies policies = new Policies();
  private final Contention contention;
  private final TableWrites writes = new TableWrites();

  /** Listens on a free port of 127.0.0.1 before a DynamoDB. */
  public DynamoDbFront(URI dynamodb) {
    this(dynamodb, InstantSource.system());
  }

  DynamoDbFront(URI dynamodb, InstantSource clock) {
    this.forwarding = new Forwarding(dynamodb);
    this.contention = new Contention(clock);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** Where functions find it. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Lets the functions of a template do what their policies allow. */
  public void admit(Template template) {
    policies.add(template);
  }

  /** The writes that went through here. */
  public TableWrites writes() {
    return writes;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Optional<JsonNode> request = parse(body);
      if (request.isPresent()) {
        serve(exchange, request.get(), body);
      } else {
        error(exchange, Map.of("__type", "com.amazon.coral.service#SerializationException"));
      }
    }
  }

  private Optional<JsonNode> parse(byte[] body) throws IOException {
    try {
      return Optional.of(json.readTree(body));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private void serve(HttpExchange exchange, JsonNode request, byte[] body) throws IOException {
    String operation = operation(exchange.getRequestHeaders());
    Optional<String> refusal = refusal(exchange.getRequestHeaders(), operation, request);
    if (refusal.isPresent()) {
      refuse(exchange, refusal.get());
    } else {
      contend(exchange, operation, request, body);
    }
  }

  private static String operation(Headers headers) {
    String target = Optional.ofNullable(headers.getFirst("X-Amz-Target")).orElse("");
    return target.substring(target.lastIndexOf('.') + 1);
  }

  private Optional<String> refusal(Headers headers, String operation, JsonNode request) {
    Matcher agent = CALLER.matcher(Optional.ofNullable(headers.getFirst("User-Agent")).orElse(""));
    if (!agent.find()) {
      return Optional.empty();
    }
    String caller = agent.group(1);
    try {
      return policies.refused(caller, operation, request).map(refused -> sentence(caller, refused));
    } catch (IllegalArgumentException e) {
      return Optional.of(operation + " of " + caller + " cannot be judged here: " + e.getMessage());
    }
  }

  /** AWS's sentence, and what AWS does not say: the condition keys, without the values of keys. */
  private static String sentence(String caller, Statement.Request refused) {
    Map<String, Set<String>> shown = new TreeMap<>(refused.context());
    shown.remove("dynamodb:LeadingKeys");
    return ("User: arn:aws:sts::000000000000:assumed-role/%1$s is not authorized to perform: %2$s"
            + " on resource: %3$s because no identity-based policy allows the %2$s action %4$s")
        .formatted(caller, refused.action(), refused.resource(), shown);
  }

  private void refuse(HttpExchange exchange, String sentence) throws IOException {
    error(
        exchange,
        Map.of("__type", "com.amazon.coral.service#AccessDeniedException", "Message", sentence));
  }

  private void error(HttpExchange exchange, Map<String, ?> error) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
    Forwarding.send(exchange, 400, json.writeValueAsBytes(error));
  }

  private void contend(HttpExchange exchange, String operation, JsonNode request, byte[] body)
      throws IOException {
    if (!ContendedCall.is(operation)) {
      pass(exchange, operation, request, body);
      return;
    }
    ContendedCall call = ContendedCall.of(operation, request, policies);
    List<String> codes = contention.begin(call.transaction(), call.writes());
    if (!codes.isEmpty()) {
      error(exchange, call.error(codes));
      return;
    }
    try {
      pass(exchange, operation, request, body);
    } finally {
      if (call.transaction()) {
        contention.end(call.writes());
      }
    }
  }

  private void pass(HttpExchange exchange, String operation, JsonNode request, byte[] body)
      throws IOException {
    HttpURLConnection call;
    try {
      call = forwarding.post(exchange.getRequestHeaders(), body);
    } finally {
      // After it: who sees the new count then finds the record in the stream.
      writes.add(operation, request);
    }
    Forwarding.respond(exchange, call);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
