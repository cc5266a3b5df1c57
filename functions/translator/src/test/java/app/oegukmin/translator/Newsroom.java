package app.oegukmin.translator;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.menu.MenuTable;
import app.oegukmin.shared.notice.Article;
import app.oegukmin.shared.notice.ArticleTable;
import app.oegukmin.shared.notice.DocumentTable;
import app.oegukmin.shared.notice.Notice;
import app.oegukmin.shared.notice.NoticeBody;
import app.oegukmin.shared.notice.NoticeBodyTable;
import app.oegukmin.shared.notice.NoticeId;
import app.oegukmin.shared.notice.NoticeRow;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.shared.notice.TranslationPeriod;
import app.oegukmin.shared.notice.UntranslatedIndex;
import app.oegukmin.shared.work.TranslateNotice;
import app.oegukmin.shared.work.WorkJson;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.FakeEventSource;
import app.oegukmin.testkit.LambdaJson;
import app.oegukmin.testkit.Stack;
import app.oegukmin.testkit.TimeLimit;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A translator function among real tables, with a crawler's hand and a vendor that obeys. */
final class Newsroom implements AutoCloseable {

  private static final String TYPE = "학사공지";
  private static final int BATCH = 10;
  private static final String KEY_PARAMETER = "/oegukmin/deepl-key";

  private final Stack stack;
  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-20T03:00:00Z"));
  private final DeepLServer deepL = new DeepLServer();
  private final SsmServer ssm = new SsmServer();
  private final NoticeTable lists;
  private final NoticeBodyTable bodies;
  private final ArticleTable articles;
  private final ByteArrayOutputStream metrics = new ByteArrayOutputStream();
  private Duration remaining = Duration.ofMinutes(2);
  private final FakeEventSource queue;
  private TranslatorHandler handler;

  Newsroom(Stack stack) throws IOException {
    this.stack = stack;
    lists = new NoticeTable(stack.dynamodb(), stack.table("NoticeTable"));
    DocumentTable documents = new DocumentTable(stack.dynamodb(), stack.table("DocumentTable"));
    bodies = new NoticeBodyTable(stack.dynamodb(), stack.table("NoticeBodyTable"), documents);
    articles =
        new ArticleTable(
            stack.dynamodb(),
            stack.table("ArticleTable"),
            lists,
            bodies,
            new TranslationPeriod(30),
            clock);
    ssm.put(KEY_PARAMETER, DeepLServer.KEY);
    System.setProperty("aws.endpointUrlSsm", ssm.url().toString());
    handler = handler(environment());
    queue = new FakeEventSource(stack.sqs(), stack.queue("TranslateQueue"), clock, this::handle);
  }

  static Stack stack() {
    return Stack.of(
        "ArticleTable",
        "NoticeTable",
        "NoticeBodyTable",
        "DocumentTable",
        "TranslationTable",
        "MenuTable",
        "TranslateQueue");
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(stack.environment("TranslatorFunction"));
    environment.put("DEEPL_KEY_PARAMETER", KEY_PARAMETER);
    environment.put("DEEPL_URL", deepL.url().toString());
    return environment;
  }

  private TranslatorHandler handler(Map<String, String> environment) {
    return new TranslatorHandler(
        environment, clock, new PrintStream(metrics, true, StandardCharsets.UTF_8));
  }

  /** How often the function has counted one of something. */
  int counted(String metric) {
    return metrics.toString(StandardCharsets.UTF_8).split("\"" + metric + "\":1}", -1).length - 1;
  }

  /** How often the function has told of a kind of trouble. */
  int told(String kind) {
    return metrics.toString(StandardCharsets.UTF_8).split("\"Kind\":\"" + kind + "\"", -1).length
        - 1;
  }

  /** The sum of what the function has counted under a name. */
  long sum(String metric) {
    return Pattern.compile("\"" + metric + "\":(\\d+)}")
        .matcher(metrics.toString(StandardCharsets.UTF_8))
        .results()
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .sum();
  }

  MenuTable menus() {
    return new MenuTable(stack.dynamodb(), stack.table("MenuTable"));
  }

  DeepLServer deepL() {
    return deepL;
  }

  FakeClock clock() {
    return clock;
  }

  /** How much time the function believes it has. */
  void remaining(Duration time) {
    remaining = time;
  }

  /** Deploys the function anew with a cap on the month's characters. */
  void cap(long characters) {
    Map<String, String> environment = environment();
    environment.put("MONTHLY_CHARACTERS", Long.toString(characters));
    handler = handler(environment);
  }

  /** Deploys the function anew with names that are never translated. */
  void keep(String names) {
    Map<String, String> environment = environment();
    environment.put("NEVER_TRANSLATED", names);
    handler = handler(environment);
  }

  void forgetKey() {
    Map<String, String> environment = environment();
    environment.remove("DEEPL_KEY_PARAMETER");
    handler = handler(environment);
  }

  void findKey() {
    handler = handler(environment());
  }

  Article publish(String title, String document) {
    return publish(90010, title, document);
  }

  Article publish(int number, String title, String document) {
    return articles.publish(notice(number, title, document), 1, number).orElseThrow();
  }

  Article revise(Article known, String title, String document) {
    Notice notice = notice(90010, title, document);
    articles.revise(known, notice);
    return new Article(known.url(), known.id(), notice.hash(), known.type(), notice.files());
  }

  private static Notice notice(int number, String title, String document) {
    return new Notice(
        "https://www.kookmin.ac.kr/user/kmuNews/notice/4/%d/view.do".formatted(number),
        TYPE,
        title,
        LocalDate.of(2026, 11, 19),
        "교무팀",
        "홍길동",
        "No Phone",
        document,
        List.of());
  }

  NoticeBody body(Article article, Language language) {
    return bodies.find(new NoticeId(article.id(), language)).orElseThrow();
  }

  /** What a catch-up would ask for: the messages. */
  List<String> missing() {
    UntranslatedIndex index = new UntranslatedIndex(stack.dynamodb(), stack.table("NoticeTable"));
    return Language.TRANSLATED.stream()
        .flatMap(language -> index.newest(language, Instant.EPOCH, clock.instant(), BATCH).stream())
        .map(n -> WorkJson.write(new TranslateNotice(n.article(), n.hash(), n.language())))
        .toList();
  }

  /** Whether what a message asks for is done. */
  boolean done(String message) {
    TranslateNotice request = WorkJson.read(message, TranslateNotice.class);
    return bodies
        .find(new NoticeId(request.article(), request.language()))
        .orElseThrow()
        .translated();
  }

  /** The article's row in the list of all and in that of its type. */
  List<NoticeRow> lists(Language language, Article article) {
    long id = new NoticeId(article.id(), language).value();
    return Stream.of(NoticeTable.ALL, TYPE)
        .flatMap(type -> lists.page(language, type, id + 1, 1).stream())
        .toList();
  }

  List<String> requests(Article article) {
    return Language.TRANSLATED.stream()
        .map(
            language -> WorkJson.write(new TranslateNotice(article.id(), article.hash(), language)))
        .toList();
  }

  /** Delivers messages, and what is due of others, as one batch; the bodies that have failed. */
  List<String> deliver(List<String> messages) {
    queue.send(messages);
    return deliver();
  }

  /** Delivers what is due as one batch; the bodies of the messages that have failed. */
  List<String> deliver() {
    queue.deliver(BATCH);
    return queue.failed();
  }

  /** Handles an event; the response. */
  String handle(String event) {
    SQSEvent typed = LambdaJson.read(event, SQSEvent.class);
    return LambdaJson.write(handler.handleRequest(typed, new TimeLimit(remaining)));
  }

  /** The queue, with what waits in it. */
  FakeEventSource queue() {
    return queue;
  }

  /** How many messages the function has made wait in the queue. */
  int postponed() {
    return queue.waiting().size();
  }

  /** How many messages are in the queue, hidden ones included. */
  int messages() {
    return Stream.of(
            "ApproximateNumberOfMessages",
            "ApproximateNumberOfMessagesNotVisible",
            "ApproximateNumberOfMessagesDelayed")
        .mapToInt(this::attribute)
        .sum();
  }

  private int attribute(String name) {
    return Integer.parseInt(
        stack
            .sqs()
            .getQueueAttributes(
                get -> get.queueUrl(stack.queue("TranslateQueue")).attributeNamesWithStrings(name))
            .attributesAsStrings()
            .get(name));
  }

  /** Takes the messages out of the dead letters. */
  List<String> deadLetters() {
    return stack.take("TranslateDeadLetters");
  }

  @Override
  public void close() {
    deepL.close();
    ssm.close();
    System.clearProperty("aws.endpointUrlSsm");
  }
}
