package app.oegukmin.notifier;

import app.oegukmin.shared.ban.BanTable;
import app.oegukmin.shared.device.DeviceTable;
import app.oegukmin.shared.device.Devices;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.log.LogContext;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.secret.Secret;
import app.oegukmin.shared.secret.SecretParameter;
import app.oegukmin.shared.work.Delivery;
import app.oegukmin.shared.work.Outcome;
import app.oegukmin.shared.work.PushWork;
import app.oegukmin.shared.work.SendPush;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * Handles the messages of the push queue. Without a key push is off: what comes is thrown away, and
 * one line says so.
 */
public final class NotifierHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private static final Logger LOG = LoggerFactory.getLogger(NotifierHandler.class);

  // A push that comes later tells nobody anything.
  private static final Duration PATIENCE = Duration.ofHours(1);

  // A phone may take as long as a token and a call.
  private static final int TIME_FOR_A_CALL = 25_000;
  private static final Duration LATER = Duration.ofSeconds(5);

  private final Fcm fcm;
  private final NotifierService service;
  private final WorkConsumer<PushWork> consumer;
  private final LogContext log = new LogContext();
  private boolean saidOff;

  /** On Lambda. */
  public NotifierHandler() {
    this(System.getenv(), Clock.systemUTC());
  }

  /** With the variables of the template. */
  public NotifierHandler(Map<String, String> variables, Clock clock) {
    this(variables, clock, System.out);
  }

  NotifierHandler(Map<String, String> variables, Clock clock, PrintStream metricLines) {
    Environment environment = new Environment(variables);
    DynamoDbClient client = Dynamo.connect(environment);
    DeviceTable devices = new DeviceTable(client, environment.require("DEVICE_TABLE"), clock);
    Metrics metrics = new Metrics("notifier", clock, metricLines);
    this.fcm = fcm(environment, clock);
    this.service =
        new NotifierService(
            new Devices(devices, new BanTable(client, environment.require("BAN_TABLE")), clock),
            new UnreadMessages(environment, client, clock),
            new PhoneService(
                fcm,
                new PushTable(client, environment.require("PUSH_TABLE"), clock),
                devices,
                clock,
                metrics),
            clock);
    WorkConsumer.Urls urls =
        new WorkConsumer.Urls(
            environment.require("PUSH_QUEUE_URL"), environment.require("PUSH_DEAD_LETTERS_URL"));
    this.consumer = new WorkConsumer<>(SqsClient.create(), urls, PushWork.class, PATIENCE, clock);
  }

  private static Fcm fcm(Environment environment, Clock clock) {
    SecretParameter parameter =
        new SecretParameter(SsmClient.create(), environment.optional("FCM_KEY_PARAMETER"));
    Secret<Optional<String>> key = new Secret<>(parameter, clock);
    return new Fcm(key, environment.optional("FCM_URL").map(URI::create), clock);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return log.call(
        context, "aws:sqs", () -> consumer.handle(event, delivery -> take(delivery, context)));
  }

  private Outcome take(Delivery<PushWork> delivery, Context context) {
    if (!ready()) {
      return Outcome.DONE;
    }
    if (context.getRemainingTimeInMillis() < TIME_FOR_A_CALL) {
      return new Outcome.Wait(LATER);
    }
    Outcome outcome =
        switch (delivery.work()) {
          case SendPush push -> service.tell(push);
        };
    // What has waited so long is no news: nobody would send it again from the dead letters.
    return delivery.last() ? Outcome.DONE : outcome;
  }

  private boolean ready() {
    boolean ready = fcm.ready();
    if (!ready && !saidOff) {
      LOG.warn("Push is off: no key has been put");
      saidOff = true;
    }
    return ready;
  }
}
