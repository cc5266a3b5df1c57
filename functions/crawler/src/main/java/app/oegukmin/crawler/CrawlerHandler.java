package app.oegukmin.crawler;

import app.oegukmin.crawler.fetch.FetchSettings;
import app.oegukmin.crawler.fetch.Fetcher;
import app.oegukmin.crawler.fetch.HostTable;
import app.oegukmin.crawler.site.Boards;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.log.LogContext;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.notice.ArticleTable;
import app.oegukmin.shared.notice.DocumentTable;
import app.oegukmin.shared.notice.NoticeBodyTable;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.shared.notice.TranslationPeriod;
import app.oegukmin.shared.retry.Backoff;
import app.oegukmin.shared.work.CrawlWork;
import app.oegukmin.shared.work.WorkConsumer;
import app.oegukmin.shared.work.WorkQueue;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
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

  // A page that is tried again and again is seen by people after that.
  private static final Duration PATIENCE = Duration.ofHours(2);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(20);

  private final WorkConsumer<CrawlWork> consumer;
  private final PageMessages messages;
  private final long longestArticleMillis;
  private final LogContext log = new LogContext();

  /** The function on Lambda. */
  public CrawlerHandler() {
    this(System.getenv(), Clock.systemUTC());
  }

  /** The function with an environment, which otherwise belongs to the process. */
  public CrawlerHandler(Map<String, String> environment, Clock clock) {
    this(
        new Environment(environment),
        CrawlerSetup.real(
            FetchSettings.of(new Environment(environment)), new SecureRandom(), clock));
  }

  CrawlerHandler(Environment variables, CrawlerSetup setup) {
    Boards boards = Boards.load();
    SqsClient sqs = SqsClient.create();
    WorkQueue<CrawlWork> queue = new WorkQueue<>(sqs, variables.require("CRAWL_QUEUE_URL"));
    DynamoDbClient client = Dynamo.connect(variables);
    HostTable hosts = new HostTable(client, variables.require("HOST_TABLE"));
    Fetcher fetcher = setup.fetcher(hosts);
    Metrics metrics = new Metrics("crawler", setup.clock(), setup.out());
    ArticleCrawl articles = new ArticleCrawl(fetcher, articles(client, variables, setup.clock()));
    BoardTable table = new BoardTable(client, variables.require("BOARD_TABLE"));
    Recheck recheck =
        new Recheck(articles, metrics, Integer.parseInt(variables.require("REREAD_ARTICLES")));
    int backfill = Integer.parseInt(variables.require("BACKFILL_PAGES"));
    PageCrawl crawl =
        new PageCrawl(
            fetcher,
            new ArticleLookup(boards, articles),
            new PageArticles(articles, recheck, table, queue, metrics),
            table,
            new BoardWalk(table, queue, metrics, backfill),
            metrics);
    this.consumer = consumer(sqs, variables, setup.clock());
    this.messages =
        new PageMessages(
            boards,
            new CrawlRun(boards, queue, setup.clock()),
            crawl,
            fetcher,
            new Backoff(FIRST_WAIT, WorkConsumer.LONGEST_PAUSE, setup.random(), Thread::sleep));
    this.longestArticleMillis =
        setup.settings().longest().multipliedBy(REQUESTS_PER_ARTICLE).toMillis();
  }

  private static WorkConsumer<CrawlWork> consumer(
      SqsClient client, Environment variables, Clock clock) {
    WorkConsumer.Urls urls =
        new WorkConsumer.Urls(
            variables.require("CRAWL_QUEUE_URL"), variables.require("CRAWL_DEAD_LETTERS_URL"));
    return new WorkConsumer<>(client, urls, CrawlWork.class, PATIENCE, clock);
  }

  private static ArticleTable articles(DynamoDbClient client, Environment variables, Clock clock) {
    var documents = new DocumentTable(client, variables.require("DOCUMENT_TABLE"));
    return new ArticleTable(
        client,
        variables.require("ARTICLE_TABLE"),
        new NoticeTable(client, variables.require("NOTICE_TABLE")),
        new NoticeBodyTable(client, variables.require("NOTICE_BODY_TABLE"), documents),
        new TranslationPeriod(Integer.parseInt(variables.require("TRANSLATE_DAYS"))),
        clock);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    BooleanSupplier late = () -> context.getRemainingTimeInMillis() < longestArticleMillis;
    return log.call(
        context,
        "aws:sqs",
        () -> consumer.handle(event, delivery -> messages.take(delivery, late)));
  }
}
