package app.oegukmin.testkit;

import app.oegukmin.engines.Engine;
import app.oegukmin.engines.access.TableWrites;
import app.oegukmin.template.Alarm;
import app.oegukmin.template.Bucket;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.Queue;
import app.oegukmin.template.Table;
import app.oegukmin.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import redis.clients.jedis.Jedis;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Some of template.yaml's tables, queues and buckets, made in real engines for one test class:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final Stack STACK = Stack.of("UserTable", "KeyTable").withValkey();
 * }</pre>
 *
 * <p>Names begin with what no other class has, so classes do not see each other's data; the tests
 * of one class do, unless they {@link #clear} it. AWS clients that a function makes for itself find
 * the engines, because endpoints, region and credentials are set as system properties. What a
 * function asks of DynamoDB is refused where its policy in template.yaml does not allow it, as on
 * AWS. Tables delete nothing that has expired: the engine's clock is not the test's.
 */
public final class Stack implements BeforeAllCallback, AfterAllCallback {

  /** Where queues are when no test wants them. */
  private static final URI NOWHERE = URI.create("http://sqs.invalid");

  private final String prefix = "t" + UUID.randomUUID().toString().substring(0, 8) + "-";
  private final Map<String, String> parameters = new HashMap<>(Map.of("Local", "true"));
  private final Set<Engine> wanted = EnumSet.noneOf(Engine.class);
  private final Set<String> logicalIds;
  private boolean streams;
  private SharedEngines engines;
  private Selection selection;
  private StackResources resources;

  private Stack(Set<String> logicalIds) {
    this.logicalIds = logicalIds;
  }

  /** The tables, queues (with their dead letter queues) and buckets with these logical ids. */
  public static Stack of(String... logicalIds) {
    return new Stack(Set.of(logicalIds));
  }

  /** Starts Valkey too, and tells it to the functions that can do with or without. */
  public Stack withValkey() {
    wanted.add(Engine.REDIS);
    return this;
  }

  /**
   * Gives tables the streams that the template gives them. No function reads a stream itself, and
   * DynamoDB Local searches all records of all streams at each write.
   */
  public Stack withStreams() {
    streams = true;
    return this;
  }

  /** Sets a parameter of the template; others keep their defaults. */
  public Stack withParameter(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    engines = SharedEngines.of(context);
    wanted.addAll(read(NOWHERE).engines());
    engines.start(wanted);
    if (wanted.contains(Engine.REDIS)) {
      parameters.put("CacheEndpoint", valkeyEndpoint());
    }
    selection = read(wanted.contains(Engine.SQS) ? engines.sqsEndpoint() : NOWHERE);
    if (wanted.contains(Engine.DYNAMODB)) {
      engines.admit(selection.template());
    }
    resources = new StackResources(selection, engines, engines.written());
    resources.create();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (resources != null) {
      resources.drop();
    }
  }

  private Selection read(URI queueEndpoint) throws IOException {
    var file = Path.of(System.getProperty("project.root"), "template.yaml");
    var names = new LocalNames(prefix, queueEndpoint);
    return new Selection(Template.read(file, parameters, names), logicalIds, streams);
  }

  /**
   * The variables of a function, as the template gives them, over the resources of this stack, and
   * its name, which Lambda adds.
   */
  public Map<String, String> environment(String function) {
    var declared = selection.template().function(function);
    var variables = new HashMap<>(declared.environment());
    variables.put("AWS_LAMBDA_FUNCTION_NAME", declared.name());
    return Map.copyOf(variables);
  }

  /** The JSON of {@code events/<name>.json}, as if its table were this stack's. */
  public String event(String name) {
    Path file = Path.of(System.getProperty("project.root"), "events", name + ".json");
    try {
      return Files.readString(file).replace(":table/", ":table/" + prefix);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The template's alarms, over the names of this stack. */
  public List<Alarm> alarms() {
    return selection.template().alarms();
  }

  /** The physical name of a table. */
  public String table(String logicalId) {
    return find(selection.tables(), Table::logicalId, logicalId).name();
  }

  /** The URL of a queue. */
  public String queue(String logicalId) {
    return find(selection.queues(), Queue::logicalId, logicalId).url();
  }

  /** Takes what is visible out of a queue, ten messages at most; their bodies. */
  public List<String> take(String queue) {
    String url = queue(queue);
    List<Message> messages =
        sqs().receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10)).messages();
    for (var message : messages) {
      sqs().deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
    }
    return messages.stream().map(Message::body).toList();
  }

  /** The physical name of a bucket. */
  public String bucket(String logicalId) {
    return find(selection.buckets(), Bucket::logicalId, logicalId).name();
  }

  private static <R> R find(List<R> resources, Function<R, String> id, String wanted) {
    return resources.stream()
        .filter(resource -> id.apply(resource).equals(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("This stack was made without " + wanted));
  }

  /** A client of DynamoDB that may do anything; who has a table may use it. */
  public DynamoDbClient dynamodb() {
    return engines.dynamodb();
  }

  /** The writes to tables, but for those by {@link #dynamodb}. */
  public TableWrites writes() {
    return engines.writes();
  }

  /** A client of SQS; who has a queue may use it. */
  public SqsClient sqs() {
    return engines.sqs();
  }

  /** A client of S3; who has a bucket may use it. */
  public S3Client s3() {
    return engines.s3();
  }

  /** The connection to Valkey that all test classes share. */
  public Jedis valkey() {
    return engines.valkey();
  }

  /** How many requests Valkey has received so far, this one included; a pipeline is one. */
  public long valkeyRequests() {
    return ValkeyCalls.received(valkey());
  }

  /** {@code host:port} of Valkey, for connections of one's own. */
  public String valkeyEndpoint() {
    return engines.valkeyEndpoint();
  }

  /** Empties the tables, queues and buckets of this stack, and Valkey. */
  public void clear() {
    resources.clear();
    if (wanted.contains(Engine.REDIS)) {
      valkey().flushAll();
    }
  }
}
