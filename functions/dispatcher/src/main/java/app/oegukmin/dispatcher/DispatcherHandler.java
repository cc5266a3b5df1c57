package app.oegukmin.dispatcher;

import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.event.Records;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.log.LogContext;
import app.oegukmin.shared.menu.MenuTranslationRequest;
import app.oegukmin.shared.notice.Language;
import app.oegukmin.shared.notice.TranslationRequest;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
 */
public final class DispatcherHandler implements RequestStreamHandler {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final String DEFAULT_DAYS = "30";

  private final TranslateQueue translations;
  private final RemovalQueue removals;
  private final int days;
  private final Clock clock;
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
    this.days = Integer.parseInt(environment.optional("TRANSLATE_DAYS").orElse(DEFAULT_DAYS));
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    log.run(context, "aws:dynamodb", () -> handle(input, output));
  }

  private void handle(InputStream input, OutputStream output) throws IOException {
    JsonNode event = Json.MAPPER.readTree(input);
    requestMenus(event.path("Records"));
    Records.changes(event, output, this::dispatch);
  }

  // By day, not by dish: what a crawl changes comes in few batches, and a day's dishes are
  // translated together. When the queue fails, the whole batch comes again.
  private void requestMenus(JsonNode changes) {
    LocalDate today = LocalDate.now(clock.withZone(SEOUL));
    MenuChange.days(changes).stream()
        .filter(day -> !day.isBefore(today))
        .forEach(
            day ->
                translations.send(
                    Language.TRANSLATED.stream()
                        .map(language -> new MenuTranslationRequest(day, language).json())
                        .toList()));
  }

  // A record of one table means nothing to the other's reader.
  private void dispatch(JsonNode record) {
    AccountChange.removal(record).ifPresent(removals::send);
    ArticleChange.of(record).filter(this::worthTranslating).ifPresent(this::request);
  }

  private boolean worthTranslating(ArticleChange change) {
    LocalDate oldest = LocalDate.now(clock.withZone(SEOUL)).minusDays(days);
    return !change.firstSight() || !change.written().isBefore(oldest);
  }

  private void request(ArticleChange change) {
    List<String> requests =
        Language.TRANSLATED.stream()
            .map(language -> new TranslationRequest(change.article(), change.hash(), language))
            .map(TranslationRequest::json)
            .toList();
    translations.send(requests);
  }
}
