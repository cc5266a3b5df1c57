package app.oegukmin.chatbot;

import app.oegukmin.chatbot.ChatbotFailure.Kind;
import app.oegukmin.shared.budget.MonthlyBudget;
import app.oegukmin.shared.claim.ClaimTable;
import app.oegukmin.shared.claim.Claims;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.http.JerseyApi;
import app.oegukmin.shared.http.Priming;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.retry.Backoff;
import app.oegukmin.shared.secret.Secret;
import app.oegukmin.shared.secret.SecretParameter;
import app.oegukmin.shared.secret.VendorKey;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The chatbot (contract §6.10). It runs outside the VPC, from where models can be reached. */
public final class ChatbotHandler implements RequestStreamHandler {

  // Of each call of a store: the gateway waits 29 seconds for all of them and the model.
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final String OPENAI = "https://api.openai.com/v1";

  private final JerseyApi api;

  // Kept, because the runtime holds its hooks weakly.
  @SuppressWarnings("UnusedVariable")
  private final Priming priming;

  /** On Lambda. */
  public ChatbotHandler() {
    this(System.getenv(), Clock.systemUTC());
  }

  /** With the variables of the template. */
  public ChatbotHandler(Map<String, String> variables, Clock clock) {
    this(new Environment(variables), passages(new Environment(variables)), clock, System.out);
  }

  ChatbotHandler(Environment environment, Passages passages, Clock clock, PrintStream metricLines) {
    Metrics metrics = new Metrics("chatbot", clock, metricLines);
    Optional<Writer> writer = writer(environment, clock, metrics);
    this.api =
        new JerseyApi(new ChatbotResource(new AnswerService(passages, writer, clock, metrics)));
    this.priming = new Priming(api, "POST", "/api/chatbot", Optional.empty());
  }

  private static Passages passages(Environment environment) {
    Optional<String> function = environment.optional("PASSAGE_FUNCTION");
    if (function.isEmpty()) {
      return question -> {
        throw new ChatbotFailure(Kind.NO_PASSAGES, "No function is named");
      };
    }
    LambdaClient lambda =
        LambdaClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(CONNECT))
            .overrideConfiguration(
                c ->
                    c.apiCallTimeout(LambdaPassages.PATIENCE)
                        .appId(environment.function().orElse(null)))
            .build();
    return new LambdaPassages(lambda, function.get());
  }

  private static Optional<Writer> writer(Environment environment, Clock clock, Metrics metrics) {
    String vendor = environment.require("CHATBOT_MODEL");
    if (vendor.equals("none")) {
      return Optional.empty();
    }
    DynamoDbClient dynamo = Dynamo.connect(environment, PATIENCE);
    String table = environment.require("CHAT_ANSWER_TABLE");
    long cap = Long.parseLong(environment.require("CHATBOT_MONTHLY_TOKENS"));
    MonthlyBudget tokens = new MonthlyBudget(dynamo, table, "tokens", cap, clock);
    VendorKey key = key(environment, clock);
    Model model = model(vendor, key, environment);
    return Optional.of(
        new Writer(
            key,
            new GuardedModel(new CappedModel(model, tokens, metrics), clock),
            claims(dynamo, table, clock),
            clock,
            new SecureRandom()));
  }

  private static Model model(String vendor, VendorKey key, Environment environment) {
    String model = environment.require("CHATBOT_MODEL_ID");
    return switch (vendor) {
      case "openai" -> {
        String server = environment.optional("CHATBOT_MODEL_URL").orElse(OPENAI);
        yield new OpenAiModel(key, URI.create(server), model);
      }
      case "bedrock" -> new BedrockModel(BedrockModel.client().build(), model);
      default -> throw new IllegalStateException("CHATBOT_MODEL is " + vendor);
    };
  }

  private static Claims claims(DynamoDbClient dynamo, String table, Clock clock) {
    return new Claims(
        new ClaimTable(dynamo, table, "sentences", Writer.KEPT),
        clock,
        new SecureRandom(),
        Backoff.sleeping(Duration.ofMillis(100), Duration.ofMillis(500)));
  }

  private static VendorKey key(Environment environment, Clock clock) {
    SsmClient ssm =
        SsmClient.builder().overrideConfiguration(c -> c.apiCallTimeout(PATIENCE)).build();
    return ChatbotFailure.key(
        new Secret<>(
            new SecretParameter(ssm, environment.optional("CHATBOT_KEY_PARAMETER")), clock));
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    api.handle(input, output, context);
  }
}
