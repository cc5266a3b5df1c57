package app.oegukmin.dispatcher;

import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.event.Change;
import app.oegukmin.shared.event.ChangeBatch;
import app.oegukmin.shared.event.ChangeStream;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.log.LogContext;
import app.oegukmin.shared.notice.ArticleTable.Image;
import app.oegukmin.shared.notice.TranslationPeriod;
import app.oegukmin.shared.order.CrawlOrder;
import app.oegukmin.shared.post.AnswerKey;
import app.oegukmin.shared.post.BoardKey;
import app.oegukmin.shared.post.PostKind;
import app.oegukmin.shared.post.Visibility;
import app.oegukmin.shared.search.SearchKind;
import app.oegukmin.shared.time.Seoul;
import app.oegukmin.shared.work.CrawlWork;
import app.oegukmin.shared.work.IndexWork;
import app.oegukmin.shared.work.MenuOrderWork;
import app.oegukmin.shared.work.ReadMenus;
import app.oegukmin.shared.work.RemovalWork;
import app.oegukmin.shared.work.RemovePictures;
import app.oegukmin.shared.work.RemovePost;
import app.oegukmin.shared.work.StartCrawl;
import app.oegukmin.shared.work.TranslateMenu;
import app.oegukmin.shared.work.TranslateNotice;
import app.oegukmin.shared.work.TranslateWork;
import app.oegukmin.shared.work.WorkQueue;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Turns changes of tables into messages for functions outside the VPC.
 *
 * <p>Articles: one message per language for a new or edited one that is not old ({@link
 * TranslationPeriod}).
 *
 * <p>Menus: one message per language for a day that has new dishes.
 *
 * <p>Accounts: one message for an account that was deleted.
 *
 * <p>Questions and answers: one message for each that was erased. Questions and FAQ entries: one
 * for the pictures of each that was erased or is hidden.
 *
 * <p>Notices, questions, answers, FAQ entries, help articles: one message for each change after
 * which a search may find something else.
 *
 * <p>Orders to crawl: one message each, for the crawler of notices or of menus.
 */
public final class DispatcherHandler
    implements RequestHandler<DynamodbEvent, StreamsEventResponse> {

  private final WorkQueue<TranslateWork> translations;
  private final WorkQueue<RemovalWork> removals;
  private final WorkQueue<CrawlWork> crawls;
  private final WorkQueue<MenuOrderWork> menuOrders;
  private final WorkQueue<IndexWork> documents;
  private final TranslationPeriod period;
  private final Clock clock;
  private final ChangeStream changes;
  private final LogContext log = new LogContext();

  /** On Lambda. */
  public DispatcherHandler() {
    this(System.getenv(), Clock.systemUTC());
  }

  /** With the variables of the template. */
  public DispatcherHandler(Map<String, String> variables, Clock clock) {
    Environment environment = new Environment(variables);
    SqsClient sqs = SqsClient.create();
    this.translations = new WorkQueue<>(sqs, environment.require("TRANSLATE_QUEUE_URL"));
    this.removals = new WorkQueue<>(sqs, environment.require("REMOVAL_QUEUE_URL"));
    this.crawls = new WorkQueue<>(sqs, environment.require("CRAWL_QUEUE_URL"));
    this.menuOrders = new WorkQueue<>(sqs, environment.require("MENU_ORDER_QUEUE_URL"));
    this.documents = new WorkQueue<>(sqs, environment.require("INDEX_QUEUE_URL"));
    this.period = new TranslationPeriod(Integer.parseInt(environment.require("TRANSLATE_DAYS")));
    this.clock = clock;
    this.changes =
        ChangeStream.of(environment)
            .on("ARTICLE_TABLE", this::article)
            .onBatch("MENU_TABLE", this::menus)
            .on("USER_TABLE", this::account)
            .on("CRAWL_ORDER_TABLE", this::order)
            .on("QUESTION_TABLE", this::question)
            .on("FAQ_TABLE", this::faq)
            .on("ANSWER_TABLE", this::answer)
            .on("HELP_TABLE", change -> documents.send(IndexChange.post(SearchKind.HELP, change)))
            .onBatch("NOTICE_TABLE", this::notices);
  }

  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    return log.call(context, "aws:dynamodb", () -> changes.handle(event));
  }

  private void article(Change change) {
    ArticleChange.of(change).filter(this::worthTranslating).ifPresent(this::request);
  }

  private boolean worthTranslating(ArticleChange change) {
    return period.covers(change.article().writtenDate(), Seoul.today(clock));
  }

  private void request(ArticleChange change) {
    Image article = change.article();
    translations.send(
        Language.TRANSLATED.stream()
            .map(language -> new TranslateNotice(article.id(), article.hash(), language))
            .toList());
  }

  // By day, not by dish: what a crawl changes comes in few batches, and a day's dishes are
  // translated together. When the queue fails, the whole batch is delivered again.
  private void menus(ChangeBatch batch) {
    LocalDate today = Seoul.today(clock);
    translations.send(
        MenuChange.days(batch).stream()
            .filter(day -> !day.isBefore(today))
            .flatMap(
                day ->
                    Language.TRANSLATED.stream().map(language -> new TranslateMenu(day, language)))
            .toList());
  }

  private void account(Change change) {
    AccountChange.removal(change).ifPresent(removals::send);
  }

  private void question(Change change) {
    if (change.removed()) {
      removals.send(new RemovePost(PostKind.QUESTION, change.key(BoardKey.SCHEMA).id()));
    }
    pictures(change);
    IndexChange.question(change).ifPresent(documents::send);
  }

  private void faq(Change change) {
    pictures(change);
    documents.send(IndexChange.post(SearchKind.FAQ, change));
  }

  // Together: a crawl changes many.
  private void notices(ChangeBatch batch) {
    documents.send(
        batch.changes().stream().flatMap(change -> IndexChange.notice(change).stream()).toList());
  }

  // Asked for again when a hidden post changes, which does no harm: it never gets new ones.
  private void pictures(Change change) {
    if (change.removed() || hidden(change)) {
      BoardKey key = change.key(BoardKey.SCHEMA);
      removals.send(new RemovePictures(key.board(), key.id()));
    }
  }

  private static boolean hidden(Change change) {
    return change.after(Visibility.SCHEMA).flatMap(Visibility::hidden).orElse(false);
  }

  private void answer(Change change) {
    if (change.removed()) {
      change
          .key(AnswerKey.SCHEMA)
          .answer()
          .ifPresent(id -> removals.send(new RemovePost(PostKind.ANSWER, id)));
    }
    IndexChange.answer(change).ifPresent(documents::send);
  }

  private void order(Change change) {
    change.after(CrawlOrder.SCHEMA).ifPresent(this::send);
  }

  private void send(CrawlOrder order) {
    Optional<LocalDate> day = order.menus();
    if (day.isPresent()) {
      menuOrders.send(new ReadMenus(day.get(), order.at()));
    } else {
      crawls.send(new StartCrawl(order.at()));
    }
  }
}
