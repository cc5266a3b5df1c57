package app.oegukmin.translator;

import app.oegukmin.shared.budget.MonthlyBudget;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.log.LogContext;
import app.oegukmin.shared.menu.MenuTable;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.notice.DocumentTable;
import app.oegukmin.shared.notice.NoticeBodyTable;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.shared.notice.UntranslatedIndex;
import app.oegukmin.shared.secret.Secret;
import app.oegukmin.shared.secret.SecretParameter;
import app.oegukmin.shared.work.TranslateWork;
import app.oegukmin.shared.work.WorkConsumer;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * Handles the messages of the translate queue. What cannot be translated now waits in the queue or
 * is asked for again later; what never can be goes to the dead letters. Readers see Korean
 * meanwhile (D-N13).
 */
public final class TranslatorHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

  // A call to the vendor may take 20 seconds.
  private static final int TIME_FOR_A_CALL = 25_000;

  // What takes longer is the catch-up's, which comes each hour.
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final GuardedTranslator translator;
  private final Clock clock;
  private final TranslationMessages messages;
  private final WorkConsumer<TranslateWork> consumer;
  private final LogContext log = new LogContext();

  /** For Lambda. */
  public TranslatorHandler() {
    this(System.getenv(), Clock.systemUTC());
  }

  /** A handler with the environment that template.yaml gives the function. */
  public TranslatorHandler(Map<String, String> environment, Clock clock) {
    this(environment, clock, System.out);
  }

  TranslatorHandler(Map<String, String> variables, Clock clock, PrintStream metricLines) {
    Environment environment = new Environment(variables);
    this.clock = clock;
    DynamoDbClient dynamo = Dynamo.connect(environment);
    Metrics metrics = new Metrics("translator", clock, metricLines);
    Secret<Optional<String>> key =
        new Secret<>(
            new SecretParameter(SsmClient.create(), environment.optional("DEEPL_KEY_PARAMETER")),
            clock);
    String translations = environment.require("TRANSLATION_TABLE");
    translator =
        new GuardedTranslator(
            new CappedTranslator(
                new DeepLTranslator(key, environment.optional("DEEPL_URL").map(URI::create)),
                budget(environment, dynamo, clock),
                metrics),
            clock);
    TranslationMemory memory =
        new TranslationMemory(
            new Glossary(), new TranslationTable(dynamo, translations), translator, clock, metrics);
    KeptNames names = new KeptNames(environment.optional("NEVER_TRANSLATED").orElse(""));
    HtmlTranslation html = new HtmlTranslation(memory, metrics);
    TextTranslation texts = new TextTranslation(memory, html, names);
    MenuTable menus = new MenuTable(dynamo, environment.require("MENU_TABLE"));
    messages =
        new TranslationMessages(
            new TranslationService(tables(environment, dynamo), texts, html, names),
            new MenuTranslation(menus, texts, metrics),
            new FailedWorkTable(dynamo, translations),
            clock,
            metrics);
    consumer = consumer(environment, clock);
  }

  private static MonthlyBudget budget(Environment environment, DynamoDbClient dynamo, Clock clock) {
    long cap = Long.parseLong(environment.require("MONTHLY_CHARACTERS"));
    String table = environment.require("TRANSLATION_TABLE");
    return new MonthlyBudget(dynamo, table, "characters", cap, clock);
  }

  private static TranslationService.Tables tables(Environment environment, DynamoDbClient dynamo) {
    DocumentTable documents = new DocumentTable(dynamo, environment.require("DOCUMENT_TABLE"));
    String lists = environment.require("NOTICE_TABLE");
    return new TranslationService.Tables(
        new NoticeBodyTable(dynamo, environment.require("NOTICE_BODY_TABLE"), documents),
        new NoticeTable(dynamo, lists),
        new UntranslatedIndex(dynamo, lists));
  }

  private static WorkConsumer<TranslateWork> consumer(Environment environment, Clock clock) {
    WorkConsumer.Urls urls =
        new WorkConsumer.Urls(
            environment.require("TRANSLATE_QUEUE_URL"),
            environment.require("TRANSLATE_DEAD_LETTERS_URL"));
    return new WorkConsumer<>(SqsClient.create(), urls, TranslateWork.class, PATIENCE, clock);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return log.call(context, "aws:sqs", () -> handle(event, context));
  }

  private SQSBatchResponse handle(SQSEvent event, Context context) {
    boolean ready = translator.ready();
    int left = context.getRemainingTimeInMillis() - TIME_FOR_A_CALL;
    translator.closeAt(clock.instant().plusMillis(left));
    BooleanSupplier late = () -> context.getRemainingTimeInMillis() < TIME_FOR_A_CALL;
    return consumer.handle(
        event, delivery -> ready ? messages.take(delivery, late) : messages.skip());
  }
}
