package app.oegukmin.search;

import app.oegukmin.shared.block.BlockTable;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.http.JerseyApi;
import app.oegukmin.shared.http.Priming;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.shared.search.SearchEngine;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** GET /api/search: a search over all that can be found (docs/search.md). */
public final class SearchHandler implements RequestStreamHandler {

  private static final Duration READ = Duration.ofSeconds(2);

  private final JerseyApi api;

  // Kept, because the runtime holds its hooks weakly.
  @SuppressWarnings("UnusedVariable")
  private final Priming priming;

  /** On Lambda. */
  public SearchHandler() {
    this(System.getenv(), Clock.systemUTC());
  }

  /** With the variables of the template. */
  public SearchHandler(Map<String, String> variables, Clock clock) {
    Environment environment = new Environment(variables);
    DynamoDbClient client = Dynamo.impatient(environment, READ);
    SearchItems items =
        new SearchItems(
            new NoticeTable(client, environment.require("NOTICE_TABLE")),
            new PostContents(environment, client),
            new BlockTable(client, environment.require("BLOCK_TABLE")),
            client);
    SearchEngine engine = SearchEngine.of(environment, client, clock);
    this.api = new JerseyApi(new SearchResource(new SearchService(engine, items)));
    this.priming = new Priming(api, "GET", "/api/search", Optional.empty());
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    api.handle(input, output, context);
  }
}
