package app.oegukmin.speech;

import app.oegukmin.shared.budget.MonthlyBudget;
import app.oegukmin.shared.claim.ClaimTable;
import app.oegukmin.shared.claim.Claims;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.form.MemoryParts;
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
import org.glassfish.jersey.media.multipart.MultiPartFeature;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Pronunciation (contract §6.8). It runs outside the VPC, from where Azure can be reached. */
public final class SpeechHandler implements RequestStreamHandler {

  // Of each call of a store: the gateway waits 29 seconds for all of them and Azure.
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final JerseyApi api;

  // Kept, because the runtime holds its hooks weakly.
  @SuppressWarnings("UnusedVariable")
  private final Priming priming;

  /** On Lambda. */
  public SpeechHandler() {
    this(System.getenv(), Clock.systemUTC());
  }

  /** With the variables of the template. */
  public SpeechHandler(Map<String, String> variables, Clock clock) {
    this(variables, clock, System.out);
  }

  SpeechHandler(Map<String, String> variables, Clock clock, PrintStream metricLines) {
    Environment environment = new Environment(variables);
    this.api =
        new JerseyApi(
            new MultiPartFeature(),
            new MemoryParts(),
            new SpeechResource(service(environment, clock, metricLines)));
    this.priming = new Priming(api, "POST", "/api/speech/test", Optional.empty());
  }

  private static SpeechService service(
      Environment environment, Clock clock, PrintStream metricLines) {
    DynamoDbClient dynamo = Dynamo.connect(environment, PATIENCE);
    Metrics metrics = new Metrics("speech", clock, metricLines);
    String table = environment.require("SPEECH_TABLE");
    VendorKey key = key(environment, clock);
    Assessor assessor =
        new GuardedAssessor(
            new CappedAssessor(
                new AzureAssessor(key, server(environment)),
                budget(environment, dynamo, table, clock),
                metrics),
            clock);
    return new SpeechService(
        key,
        assessor,
        new Claims(
            new ClaimTable(dynamo, table, "scores", SpeechService.KEPT),
            clock,
            new SecureRandom(),
            Backoff.sleeping(Duration.ofMillis(100), Duration.ofMillis(500))),
        clock,
        metrics);
  }

  private static MonthlyBudget budget(
      Environment environment, DynamoDbClient dynamo, String table, Clock clock) {
    long cap = Long.parseLong(environment.require("SPEECH_MONTHLY_SECONDS"));
    return new MonthlyBudget(dynamo, table, "seconds", cap, clock);
  }

  private static VendorKey key(Environment environment, Clock clock) {
    SsmClient ssm =
        SsmClient.builder().overrideConfiguration(c -> c.apiCallTimeout(PATIENCE)).build();
    return SpeechFailure.key(
        new Secret<>(
            new SecretParameter(ssm, environment.optional("AZURE_SPEECH_KEY_PARAMETER")), clock));
  }

  private static URI server(Environment environment) {
    return environment
        .optional("AZURE_SPEECH_URL")
        .map(URI::create)
        .orElseGet(
            () ->
                URI.create(
                    "https://"
                        + environment.require("AZURE_SPEECH_REGION")
                        + ".stt.speech.microsoft.com"));
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    api.handle(input, output, context);
  }
}
