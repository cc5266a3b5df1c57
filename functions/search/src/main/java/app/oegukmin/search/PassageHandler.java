package app.oegukmin.search;

import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.log.LogContext;
import app.oegukmin.shared.search.PassageRequest;
import app.oegukmin.shared.search.SearchEngine;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Gives passages that may answer a question: a {@link PassageRequest} in, a {@link
 * app.oegukmin.shared.search.PassageResponse} out. No route leads here: the chatbot, which is
 * outside the VPC, invokes it directly.
 */
public final class PassageHandler implements RequestStreamHandler {

  private static final Duration READ = Duration.ofSeconds(3);

  private final PassageService passages;
  private final LogContext log = new LogContext();

  /** On Lambda. */
  public PassageHandler() {
    this(System.getenv(), Clock.systemUTC());
  }

  /** With the variables of the template. */
  public PassageHandler(Map<String, String> variables, Clock clock) {
    Environment environment = new Environment(variables);
    DynamoDbClient client = Dynamo.impatient(environment, READ);
    this.passages =
        new PassageService(
            SearchEngine.of(environment, client, clock), new Contents(environment, client));
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    PassageRequest request = Json.MAPPER.readValue(input, PassageRequest.class);
    output.write(
        log.call(context, "invoke", () -> Json.MAPPER.writeValueAsBytes(passages.find(request))));
  }
}
