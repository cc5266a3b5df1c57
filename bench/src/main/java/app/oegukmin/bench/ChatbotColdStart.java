package app.oegukmin.bench;

import app.oegukmin.bench.FirstCall.Probe;
import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.local.service.SsmServer;
import app.oegukmin.local.service.Vendors;
import app.oegukmin.local.standin.LoopbackServer;
import app.oegukmin.template.LambdaFunction;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.Template;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Cold start of the chatbot under the real Lambda runtime interface client, with a passage and a
 * model that come at once; see {@link ColdStart}.
 */
public final class ChatbotColdStart {

  private static final int ROUNDS = Integer.getInteger("rounds", 5);
  private static final String LINK = "https://www.kookmin.ac.kr/notice/1";

  private final Path root;
  private final Path work;
  private final TlsFront front;
  private final String[] options;

  private ChatbotColdStart(Path root, Path work, TlsFront front, String... options) {
    this.root = root;
    this.work = work;
    this.front = front;
    this.options = options;
  }

  /** Prints the medians of each kind of model; needs everything packaged. */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(System.getProperty("project.root"));
    Path work = Files.createDirectories(root.resolve("bench/target/coldstart"));
    Clock clock = Clock.systemUTC();
    AtomicInteger asked = new AtomicInteger();
    try (Engines engines = Engines.start(Set.of(Engine.DYNAMODB), Optional.empty(), work);
        TlsFront front = new TlsFront(engines.dynamodb(), work);
        Vendors vendors = Vendors.start(clock);
        SsmServer ssm = SsmServer.start(name -> Optional.of("key"), clock);
        LoopbackServer lambda =
            LoopbackServer.start(Map.of("/", exchange -> passages(exchange, asked)))) {
      Notices.seed(engines.dynamodb(), root.resolve("template.yaml"), 1);
      ChatbotColdStart bench =
          new ChatbotColdStart(
              root,
              work,
              front,
              "-Daws.endpointUrlLambda=" + lambda.uri(),
              "-Daws.endpointUrlSsm=" + ssm.endpoint(),
              "-Daws.endpointUrlBedrockRuntime=" + vendors.bedrock().uri());
      for (String model : List.of("none", "openai", "bedrock")) {
        bench.compare(model, vendors);
      }
    }
  }

  // Each time another passage: an answer that is kept would call no model.
  private static void passages(HttpExchange exchange, AtomicInteger asked) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String passages =
          """
          {"passages":[{"kind":"notice","id":8,"language":"KO","title":"장학금 신청 안내","score":1,
            "date":"2026-11-20","link":"%s","text":"장학금 신청은 3월 %d일까지입니다."}]}
          """
              .formatted(LINK, asked.incrementAndGet());
      byte[] body = passages.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void compare(String model, Vendors vendors) throws Exception {
    String server = vendors.openAi().uri() + "/v1";
    Map<String, String> parameters =
        Map.of("Local", "true", "ChatbotModel", model, "ChatbotModelUrl", server);
    LocalNames names = new LocalNames("", URI.create("http://sqs.invalid"));
    LambdaFunction function =
        Template.read(root.resolve("template.yaml"), parameters, names).function("ChatbotFunction");
    Path event = root.resolve("events/chatbot-answer.json");
    FirstCall call = new FirstCall(new Probe(event, LINK, function.environment()), work, front);
    Path task = root.resolve(function.code().uri()).resolve("target/lambda");
    FirstCalls cold = new FirstCalls();
    FirstCalls primed = new FirstCalls();
    for (int round = 0; round < ROUNDS; round++) {
      cold.add(call.measure(task, function.code().handler(), false, options));
      primed.add(call.measure(task, function.code().handler(), true, options));
    }
    cold.print(model + ", not primed");
    primed.print(model + ", primed");
  }
}
