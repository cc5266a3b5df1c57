package app.oegukmin.dispatcher;

import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.event.Change;
import app.oegukmin.shared.event.ChangeBatch;
import app.oegukmin.shared.event.ChangeStream;
import app.oegukmin.shared.log.LogContext;
import app.oegukmin.shared.menu.MenuTranslationRequest;
import app.oegukmin.shared.notice.ArticleTable.Image;
import app.oegukmin.shared.notice.Language;
import app.oegukmin.shared.notice.TranslationRequest;
import app.oegukmin.shared.order.CrawlOrder;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Turns changes of tables into messages for the functions outside.
 *
 * <p>Articles: one message per language for a new or edited one. An article that is old when it is
 * first seen stays Korean: a backfill of years would use up the vendor's quota for what nobody
 * reads.
 *
 * <p>Menus: one message per language for a day that has new dishes.
 *
 * <p>Accounts: one message for an account that was deleted.
 *
 * <p>Orders to crawl: one message each, for the crawler of notices or of menus.
 */
public final class DispatcherHandler
    implements RequestHandler<DynamodbEvent, StreamsEventResponse> {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final String DEFAULT_DAYS = "30";

  private final TranslateQueue translations;
  private final RemovalQueue removals;
  private final CrawlOrderQueues orders;
  private final int days;
  private final Clock clock;
  private final ChangeStream changes;
  private final LogContext log = new LogContext();

  /** On Lambda. */
  public DispatcherHandler() {
    this(System.getenv());
  }

  /** With the variables of the template. */
  public DispatcherHandler(Map<String, String> variables) {
    this(variables, Clock.systemUTC());
  }

  DispatcherHandler(Map<String, String> variables, Clock clock) {
    Environment environment = new Environment(variables);
    SqsClient sqs = SqsClient.create();
    this.translations = new TranslateQueue(sqs, environment.require("TRANSLATE_QUEUE_URL"));
    this.removals = new RemovalQueue(sqs, environment.require("REMOVAL_QUEUE_URL"));
    this.orders =
        new CrawlOrderQueues(
            sqs,
            environment.require("CRAWL_QUEUE_URL"),
            environment.require("MENU_ORDER_QUEUE_URL"));
    this.days = Integer.parseInt(environment.optional("TRANSLATE_DAYS").orElse(DEFAULT_DAYS));
    this.clock = clock;
    this.changes =
        ChangeStream.of(environment)
            .on("ARTICLE_TABLE", this::article)
            .onBatch("MENU_TABLE", this::menus)
            .on("USER_TABLE", this::account)
            .on("CRAWL_ORDER_TABLE", this::order);
  }

  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    return log.call(context, "aws:dynamodb", () -> changes.handle(event));
  }

  private void article(Change change) {
    ArticleChange.of(change).filter(this::worthTranslating).ifPresent(this::request);
  }

  private boolean worthTranslating(ArticleChange change) {
    LocalDate oldest = LocalDate.now(clock.withZone(SEOUL)).minusDays(days);
    return !change.firstSight() || !change.article().writtenDate().isBefore(oldest);
  }

  private void request(ArticleChange change) {
    Image article = change.article();
    List<String> requests =
        Language.TRANSLATED.stream()
            .map(language -> new TranslationRequest(article.id(), article.hash(), language))
            .map(TranslationRequest::json)
            .toList();
    translations.send(requests);
  }

  // By day, not by dish: what a crawl changes comes in few batches, and a day's dishes are
  // translated together. When the queue fails, the whole batch comes again.
  private void menus(ChangeBatch batch) {
    LocalDate today = LocalDate.now(clock.withZone(SEOUL));
    MenuChange.days(batch).stream()
        .filter(day -> !day.isBefore(today))
        .forEach(
            day ->
                translations.send(
                    Language.TRANSLATED.stream()
                        .map(language -> new MenuTranslationRequest(day, language).json())
                        .toList()));
  }

  private void account(Change change) {
    AccountChange.removal(change).ifPresent(removals::send);
  }

  private void order(Change change) {
    change.after(CrawlOrder.SCHEMA).ifPresent(orders::send);
  }
}
