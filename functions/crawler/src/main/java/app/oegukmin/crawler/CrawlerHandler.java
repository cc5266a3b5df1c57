package app.oegukmin.crawler;

import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.event.MessageBatch;
import app.oegukmin.shared.log.LogContext;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.notice.ArticleTable;
import app.oegukmin.shared.notice.DocumentTable;
import app.oegukmin.shared.notice.NoticeBodyTable;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.shared.work.CrawlPage;
import app.oegukmin.shared.work.CrawlWork;
import app.oegukmin.shared.work.StartCrawl;
import app.oegukmin.shared.work.WorkJson;
import app.oegukmin.shared.work.WorkQueue;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Handles the messages of the crawl queue: a message is one list page of a board, or an
 * administrator's order to begin a run.
 */
public final class CrawlerHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

  // An article is two requests at most, its page and its list of files.
  private static final int REQUESTS_PER_ARTICLE = 2;

  private final CrawlRun run;
  private final Messages messages;
  private final long longestArticleMillis;
  private final LogContext log = new LogContext();

  /** The function on Lambda. */
  public CrawlerHandler() {
    this(System.getenv());
  }

  /** The function with an environment, which otherwise belongs to the process. */
  public CrawlerHandler(Map<String, String> environment) {
    this(
        new Environment(environment),
        World.real(FetchSettings.of(new Environment(environment)), new SecureRandom()));
  }

  CrawlerHandler(Environment variables, World world) {
    Boards boards = Boards.load();
    SqsClient sqs = SqsClient.create();
    String url = variables.require("CRAWL_QUEUE_URL");
    WorkQueue<CrawlWork> queue = new WorkQueue<>(sqs, url);
    DynamoDbClient client = Dynamo.connect(variables);
    HostTable hosts = new HostTable(client, variables.require("HOST_TABLE"));
    Fetcher fetcher = world.fetcher(hosts);
    Metrics metrics = new Metrics("crawler", world.clock(), world.out());
    ArticleCrawl articles = new ArticleCrawl(fetcher, articles(client, variables, world.clock()));
    PageCrawl crawl =
        new PageCrawl(
            boards,
            fetcher,
            articles,
            new Recheck(articles, metrics, Integer.parseInt(variables.require("REREAD_ARTICLES"))),
            new BoardTable(client, variables.require("BOARD_TABLE")),
            new PageCrawl.Walk(
                queue, metrics, Integer.parseInt(variables.require("BACKFILL_PAGES"))));
    HostLease lease = new HostLease(hosts, world.pace(), world.random(), world.clock());
    this.run = new CrawlRun(boards, queue, world.clock());
    this.messages = new Messages(boards, crawl, lease, new CrawlQueue(sqs, url), world.clock());
    this.longestArticleMillis =
        world.settings().longest().multipliedBy(REQUESTS_PER_ARTICLE).toMillis();
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
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    BooleanSupplier late = () -> context.getRemainingTimeInMillis() < longestArticleMillis;
    return log.call(
        context,
        "aws:sqs",
        () -> MessageBatch.handle(event, message -> take(message.getBody(), late)));
  }

  private void take(String message, BooleanSupplier late) throws IOException {
    switch (WorkJson.read(message, CrawlWork.class)) {
      case StartCrawl order -> run.begin(CrawlStart.manual());
      case CrawlPage page -> messages.take(page, late);
    }
  }
}
