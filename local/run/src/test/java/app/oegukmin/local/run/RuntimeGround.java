package app.oegukmin.local.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import app.oegukmin.engines.AwsClients;
import app.oegukmin.local.campus.Campus;
import app.oegukmin.local.function.FunctionError;
import app.oegukmin.local.function.FunctionHost;
import app.oegukmin.local.service.SsmServer;
import app.oegukmin.local.service.Vendors;
import app.oegukmin.shared.key.KeyTable;
import app.oegukmin.template.LambdaFunction;
import app.oegukmin.template.Queue;
import app.oegukmin.template.Table;
import app.oegukmin.template.Template;
import app.oegukmin.testkit.RuntimeApi.Response;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * What both ways of running a function stand on: the engines, the sample campus, and a member and
 * some notices that are there again before every event.
 */
final class RuntimeGround implements AutoCloseable {

  static final Path PROJECT = Path.of(System.getProperty("project.root"));

  private static final String DEEPL_KEY = "the-key-of-the-played-parameter-store:fx";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Events that make what is there already for the others. */
  private static final Set<String> FIRST =
      Set.of("user-signup", "crawler-pages", "menucrawler-mornings");

  private final Cleanup cleanup = new Cleanup();
  private final String fcmKey;
  private final StandIns standIns;
  private final Template template;
  private final AwsClients aws;
  private final Jedis valkey;
  private final FunctionHost host;
  private final RecordedEvents events;
  private final TableItems items;
  private final Snapshot bare;
  private final Snapshot furnished;

  /** Starts everything; what is kept on disk lies in the given folder. */
  RuntimeGround(Path folder) throws IOException, FunctionError {
    Secrets secrets = new Secrets(folder.resolve("secrets"), new SecureRandom());
    Clock clock = Clock.systemUTC();
    Vendors vendors = cleanup.keep(Vendors.start(clock));
    fcmKey = vendors.fcm().key();
    LocalAws local =
        LocalAws.start(
            folder,
            cleanup,
            cleanup.keep(Campus.start(clock)).base(),
            cleanup.keep(SsmServer.start(this::parameter, clock)),
            vendors);
    standIns = local.standIns();
    template = local.template();
    aws = local.clients();
    secrets.seed(new KeyTable(aws.dynamodb(), template.outputs().get("KeyTableName")));
    valkey = cleanup.keep(new Jedis("127.0.0.1", standIns.engines().redisPort()));
    events = new RecordedEvents(PROJECT, secrets.hmac());
    items = new TableItems(aws.dynamodb(), local.writes());
    bare = snapshot(template.tables());
    // A host of its own: what functions remember between calls is not there for what is compared.
    try (FunctionHost first = host(folder)) {
      new Furniture(first, events).make();
      new ChatFurniture(template, aws.dynamodb()).make();
    }
    furnished = snapshot(template.tables());
    furnished.items("ArticleTable").findFirst().ifPresent(events::about);
    host = cleanup.keep(host(folder));
  }

  private Optional<String> parameter(String name) {
    return Optional.of(name.endsWith("fcm-key") ? fcmKey : DEEPL_KEY);
  }

  private FunctionHost host(Path folder) throws IOException {
    return new FunctionHost(template.functions(), PROJECT, folder, Clock.systemUTC(), 1);
  }

  private Snapshot snapshot(List<Table> tables) {
    return Snapshot.of(aws.dynamodb(), items, tables);
  }

  /** The logical ids of all functions. */
  Stream<String> functions() {
    return template.functions().stream().map(LambdaFunction::logicalId);
  }

  /** A function as the template gives it, over the engines. */
  LambdaFunction function(String logicalId) {
    return template.function(logicalId);
  }

  RecordedEvents events() {
    return events;
  }

  /** What no snapshot may hold: the texts of all secrets, and their bytes as Latin-1. */
  List<String> secrets() {
    List<String> secrets = new ArrayList<>(List.of(DEEPL_KEY, fcmKey));
    furnished
        .items("KeyTable")
        .filter(item -> item.containsKey("secret"))
        .map(item -> item.get("secret").s())
        .forEach(
            secret -> {
              secrets.add(secret);
              secrets.add(new String(Base64.getDecoder().decode(secret), ISO_8859_1));
            });
    return secrets;
  }

  /** The options by which a JVM's AWS clients find the engines. */
  Stream<String> sdkOptions() {
    return standIns.sdkProperties().entrySet().stream()
        .map(each -> "-D" + each.getKey() + "=" + each.getValue());
  }

  /** What the local gateway's function host makes of an event; an error as Lambda reports it. */
  Response invoke(LambdaFunction function, byte[] event) {
    try {
      return new Response(false, new String(host.invoke(function.logicalId(), event), UTF_8));
    } catch (FunctionError e) {
      Map<String, String> error = Map.of("errorMessage", e.getMessage(), "errorType", e.type());
      return new Response(true, JSON.valueToTree(error).toString());
    }
  }

  /** Runs an event, every time on the same data. */
  Outcome outcome(LambdaFunction function, String event, Callable<Response> response)
      throws Exception {
    List<Table> tables = template.tables().stream().filter(t -> knows(function, t.name())).toList();
    // A FIFO queue drops what it got within five minutes before, also after it was purged.
    List<Queue> queues =
        template.queues().stream()
            .filter(queue -> knows(function, queue.url()) && !queue.fifo())
            .toList();
    (FIRST.contains(event) ? bare : furnished).restore(tables);
    queues.forEach(queue -> aws.sqs().purgeQueue(r -> r.queueUrl(queue.url())));
    valkey.flushAll();
    Response given = response.call();
    Map<String, Integer> left = new HashMap<>(snapshot(tables).sizes());
    queues.forEach(queue -> left.put(queue.logicalId(), messages(queue.url())));
    return Outcome.of(given, left);
  }

  private static boolean knows(LambdaFunction function, String resource) {
    return function.environment().containsValue(resource);
  }

  private int messages(String queue) {
    var all = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
    return Integer.parseInt(
        aws.sqs()
            .getQueueAttributes(r -> r.queueUrl(queue).attributeNames(all))
            .attributes()
            .get(all));
  }

  @Override
  public void close() {
    cleanup.close();
  }
}
