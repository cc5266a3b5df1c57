package app.oegukmin.notice;

import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.http.JerseyApi;
import app.oegukmin.shared.http.Priming;
import app.oegukmin.shared.notice.DocumentTable;
import app.oegukmin.shared.notice.NoticeBodyTable;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.shared.order.CrawlOrderTable;
import app.oegukmin.shared.search.SearchEngine;
import app.oegukmin.shared.valkey.Valkey;
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

/** GET /api/announcement, /api/announcement/search and /api/announcement/{id} (contract §6.2). */
public final class NoticeHandler implements RequestStreamHandler {

  // What a search reads. The function has ten seconds (F-35).
  private static final Duration READ = Duration.ofSeconds(2);

  private final JerseyApi api;

  // Kept, because the runtime holds its hooks weakly.
  @SuppressWarnings("UnusedVariable")
  private final Priming priming;

  /** On Lambda. */
  public NoticeHandler() {
    this(System.getenv(), Clock.systemUTC());
  }

  /** With the variables of the template. */
  public NoticeHandler(Map<String, String> variables, Clock clock) {
    Environment environment = new Environment(variables);
    DynamoDbClient dynamo = Dynamo.connect(environment);
    Optional<Valkey> valkey = Valkey.of(environment, clock);
    NoticeTable lists = new NoticeTable(dynamo, environment.require("NOTICE_TABLE"));
    NoticeBodyTable bodies =
        new NoticeBodyTable(
            dynamo,
            environment.require("NOTICE_BODY_TABLE"),
            new DocumentTable(dynamo, environment.require("DOCUMENT_TABLE")));
    NoticeService notices = new NoticeService(lists, bodies, valkey.map(NoticeCache::new));
    CrawlService crawls =
        new CrawlService(
            new CrawlOrderTable(dynamo, environment.require("CRAWL_ORDER_TABLE")), clock);
    this.api =
        new JerseyApi(
            new NoticeResource(notices),
            new SearchResource(search(environment, clock)),
            new CrawlResource(crawls));
    this.priming = new Priming(api, "GET", "/api/announcement", valkey);
  }

  private static SearchService search(Environment environment, Clock clock) {
    DynamoDbClient dynamo = Dynamo.impatient(environment, READ);
    return new SearchService(
        SearchEngine.of(environment, dynamo, clock),
        new FoundNotices(new NoticeTable(dynamo, environment.require("NOTICE_TABLE"))),
        clock);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    api.handle(input, output, context);
  }
}
