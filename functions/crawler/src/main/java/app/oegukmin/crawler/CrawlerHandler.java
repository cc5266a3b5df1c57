package app.oegukmin.crawler;

import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.event.Records;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.notice.ArticleTable;
import app.oegukmin.shared.notice.DocumentTable;
import app.oegukmin.shared.notice.NoticeBodyTable;
import app.oegukmin.shared.notice.NoticeTable;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Crawls notices. A schedule or an operator begins a run, {@code {"source": "schedule" | "manual",
 * "boards": [names, or absent for all]}}, which puts one message per board on the crawl queue;
 * every message is one list page.
 */
public final class CrawlerHandler implements RequestStreamHandler {

  // An article is two requests at most, its page and its list of files.
  private static final int REQUESTS_PER_ARTICLE = 2;
  private static final Duration POLITE_GAP = Duration.ofSeconds(1);

  private final CrawlRun run;
  private final PageCrawl crawl;
  private final long longestArticleMillis;

  /** The function on Lambda. */
  public CrawlerHandler() {
    this(System.getenv());
  }

  /** The function with an environment, which otherwise belongs to the process. */
  public CrawlerHandler(Map<String, String> environment) {
    Environment variables = new Environment(environment);
    Clock clock = Clock.systemUTC();
    FetchSettings settings = FetchSettings.of(variables);
    Boards boards = Boards.load(Map.of("official", new OfficialSite()));
    CrawlQueue queue = new CrawlQueue(SqsClient.create(), variables.require("CRAWL_QUEUE_URL"));
    DynamoDbClient client = Dynamo.connect();
    this.run = new CrawlRun(boards, queue, clock);
    this.crawl =
        new PageCrawl(
            boards,
            fetcher(settings, clock),
            articles(client, variables, clock),
            new BoardTable(client, variables.require("BOARD_TABLE")),
            queue,
            Integer.parseInt(variables.require("BACKFILL_PAGES")));
    this.longestArticleMillis = settings.longest().multipliedBy(REQUESTS_PER_ARTICLE).toMillis();
  }

  // A campus stands in for the sites on one machine: there is nobody to be gentle with.
  private static Fetcher fetcher(FetchSettings settings, Clock clock) {
    Duration gap = settings.campus().isPresent() ? Duration.ZERO : POLITE_GAP;
    return new Fetcher(settings, new Pace(gap, clock, Thread::sleep), clock);
  }

  private static ArticleTable articles(DynamoDbClient client, Environment variables, Clock clock) {
    var documents = new DocumentTable(client, variables.require("DOCUMENT_TABLE"));
    return new ArticleTable(
        client,
        variables.require("ARTICLE_TABLE"),
        new NoticeTable(client, variables.require("NOTICE_TABLE")),
        new NoticeBodyTable(client, variables.require("NOTICE_BODY_TABLE"), documents),
        clock);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event = Json.MAPPER.readTree(input);
    if (!event.has("Records")) {
      Json.MAPPER.writeValue(output, run.begin(event.path("boards")));
      return;
    }
    Records.messages(
        event,
        output,
        message ->
            crawl.crawl(
                CrawlPage.of(message.path("body").asText()),
                () -> context.getRemainingTimeInMillis() < longestArticleMillis));
  }
}
