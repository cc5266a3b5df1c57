package app.oegukmin.crawler;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.oegukmin.crawler.fetch.FetchSettings;
import app.oegukmin.crawler.fetch.Pace;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.DocumentTable;
import app.oegukmin.shared.notice.NoticeBody;
import app.oegukmin.shared.notice.NoticeBodyTable;
import app.oegukmin.shared.notice.NoticeId;
import app.oegukmin.shared.notice.NoticeRow;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.shared.work.CrawlPage;
import app.oegukmin.shared.work.CrawlWork;
import app.oegukmin.shared.work.StartCrawl;
import app.oegukmin.shared.work.WorkJson;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.FakeEventSource;
import app.oegukmin.testkit.FakeSite;
import app.oegukmin.testkit.LambdaJson;
import app.oegukmin.testkit.Stack;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.sqs.model.Message;

/** The function over real engines and a site of its own, driven as schedule and queue do. */
final class Crawl implements AutoCloseable {

  private static final int BODY_LIMIT = 1_000_000;

  private final Stack stack;
  private final FakeSite site = new FakeSite();
  private final CrawlStartHandler start;
  private final CrawlerHandler handler;
  private final FakeEventSource queue;
  private final ByteArrayOutputStream metrics = new ByteArrayOutputStream();
  private final List<Duration> rests = new CopyOnWriteArrayList<>();
  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-20T00:00:00Z"));

  /** The function with the template's environment, some of it changed, and board 4 empty. */
  Crawl(Stack stack, Map<String, String> variables) throws IOException {
    this(stack, variables, Duration.ofSeconds(5));
  }

  /** The same with a time after which a site is given up. */
  Crawl(Stack stack, Map<String, String> variables, Duration timeout) throws IOException {
    Map<String, String> environment = new HashMap<>(stack.environment("CrawlerFunction"));
    environment.putAll(variables);
    this.stack = stack;
    this.start = new CrawlStartHandler(stack.environment("CrawlStartFunction"), clock);
    this.handler =
        new CrawlerHandler(
            new Environment(environment),
            new CrawlerSetup(
                new FetchSettings(
                    Optional.of(site.base()), "desk@example.ac.kr", timeout, BODY_LIMIT),
                new Pace(Duration.ZERO, clock, this::rest),
                new Random(1),
                clock,
                new PrintStream(metrics, true, UTF_8)));
    this.queue = new FakeEventSource(stack.sqs(), stack.queue("CrawlQueue"), clock, this::handle);
    for (int page = 1; page < 10; page++) {
      site.html(OfficialPages.listUrl(4, page), OfficialPages.list());
    }
  }

  static Stack stack() {
    return Stack.of(
        "ArticleTable",
        "NoticeTable",
        "NoticeBodyTable",
        "BoardTable",
        "HostTable",
        "JobTable",
        "DocumentTable",
        "CrawlQueue");
  }

  FakeSite site() {
    return site;
  }

  /** What tells the function the time; every run should begin at another. */
  FakeClock clock() {
    return clock;
  }

  /** How long the function has rested, each time. */
  List<Duration> rests() {
    return List.copyOf(rests);
  }

  private void rest(Duration time) {
    rests.add(time);
    clock.advance(time);
  }

  /** The metrics that were counted. */
  String metrics() {
    return metrics.toString(UTF_8);
  }

  /** Begins a run and returns the function's response; its messages lie in the queue. */
  JsonNode begin(String... boards) throws IOException {
    return beginAs("manual", boards);
  }

  /** The same for a schedule's sake. */
  JsonNode beginAs(String source, String... boards) throws IOException {
    clock.advance(Duration.ofMinutes(30));
    ObjectNode event = Json.MAPPER.createObjectNode().put("source", source);
    if (boards.length > 0) {
      List.of(boards).forEach(event.putArray("boards")::add);
    }
    @SuppressWarnings("unchecked")
    Map<String, Object> typed = LambdaJson.read(event.toString(), Map.class);
    return Json.MAPPER.readTree(LambdaJson.write(start.handleRequest(typed, new FakeContext())));
  }

  /** Hands over an administrator's order; false when the function wants it again. */
  boolean order() {
    return deliver(WorkJson.write(new StartCrawl(clock.instant())), new FakeContext());
  }

  /** Runs boards to the end; returns the pages that the function wants again. */
  List<CrawlPage> run(String... boards) throws IOException {
    return runAs("manual", boards);
  }

  /** The same for a schedule's sake. */
  List<CrawlPage> runAs(String source, String... boards) throws IOException {
    beginAs(source, boards);
    return drain();
  }

  /** Takes every message out of the queue; returns the pages that the function wants again. */
  List<CrawlPage> drain() throws IOException {
    List<CrawlPage> again = new ArrayList<>();
    do {
      queue.pauses().stream().min(Comparator.naturalOrder()).ifPresent(clock::advance);
      while (queue.deliver(1) > 0) {
        clock.advance(Duration.ofSeconds(1));
        queue.removeFailed().forEach(body -> again.add(page(body)));
      }
    } while (!queue.waiting().isEmpty());
    return again;
  }

  /** Hands over one message; false when the function wants it again. */
  boolean deliver(CrawlPage page, Context context) {
    return deliver(WorkJson.write(page), context);
  }

  private boolean deliver(String body, Context context) {
    SQSMessage message = new SQSMessage();
    message.setMessageId("m1");
    message.setReceiptHandle("of no queue");
    message.setBody(body);
    message.setAttributes(
        Map.of(
            "ApproximateReceiveCount",
            "1",
            "ApproximateFirstReceiveTimestamp",
            Long.toString(clock.millis())));
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(message));
    return handler.handleRequest(event, context).getBatchItemFailures().isEmpty();
  }

  private String handle(String event) {
    return LambdaJson.write(
        handler.handleRequest(LambdaJson.read(event, SQSEvent.class), new FakeContext()));
  }

  /** Takes the next message out of the queue. */
  Optional<CrawlPage> next() throws IOException {
    String url = stack.queue("CrawlQueue");
    List<Message> messages = stack.sqs().receiveMessage(r -> r.queueUrl(url)).messages();
    if (messages.isEmpty()) {
      return Optional.empty();
    }
    Message message = messages.getFirst();
    stack.sqs().deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
    return Optional.of(page(message.body()));
  }

  private static CrawlPage page(String body) {
    return (CrawlPage) WorkJson.read(body, CrawlWork.class);
  }

  /** The queue, with what waits in it. */
  FakeEventSource queue() {
    return queue;
  }

  /** The titles of all notices, newest first. */
  List<String> titles() {
    return rows(Language.KO, NoticeTable.ALL).stream().map(NoticeRow::title).toList();
  }

  List<NoticeRow> rows(Language language, String type) {
    return new NoticeTable(stack.dynamodb(), stack.table("NoticeTable"))
        .page(language, type, Long.MAX_VALUE, 100);
  }

  /** The only notice there is, in full. */
  NoticeBody body(Language language) {
    NoticeId id = NoticeId.of(rows(language, NoticeTable.ALL).getFirst().id()).orElseThrow();
    return new NoticeBodyTable(
            stack.dynamodb(),
            stack.table("NoticeBodyTable"),
            new DocumentTable(stack.dynamodb(), stack.table("DocumentTable")))
        .find(id)
        .orElseThrow();
  }

  /** What is told of a board. */
  StoredBoard board(String board) {
    return StoredBoard.read(stack, board);
  }

  @Override
  public void close() {
    site.close();
  }
}
