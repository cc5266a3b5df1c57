package app.oegukmin.testkit;

import app.oegukmin.engines.Clients;
import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.engines.access.DynamoDbFront;
import app.oegukmin.engines.access.TableWrites;
import app.oegukmin.template.Template;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import redis.clients.jedis.Jedis;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The engines of all test classes of this JVM, and a client of each. With the system property
 * {@code localstack.image}, LocalStack plays all but Redis.
 */
final class SharedEngines implements AutoCloseable {

  private static final Namespace NAMESPACE = Namespace.create(SharedEngines.class);

  private final Engines engines = Engines.ofBuild(Path.of("target", "engines-logs"));
  private final Optional<LocalStack> localStack =
      Optional.ofNullable(System.getProperty("localstack.image")).map(LocalStack::start);
  // Never closed: they hold nothing that outlives the JVM.
  private final Map<Engine, Object> clients = new EnumMap<>(Engine.class);

  /**
   * The engines, started when first asked for and closed by JUnit after the last class. A session
   * is as long as the JVM; what JUnit calls the root ends with each class that Surefire hands out.
   */
  static SharedEngines of(ExtensionContext context) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
        .getOrComputeIfAbsent("engines", key -> new SharedEngines(), SharedEngines.class);
  }

  /** Starts what does not run yet; AWS clients that anybody makes in this JVM find it then. */
  void start(Set<Engine> wanted) {
    Set<Engine> embedded = EnumSet.copyOf(wanted);
    if (localStack.isPresent()) {
      embedded.retainAll(Set.of(Engine.REDIS));
    }
    engines.add(embedded);
    engines.sdkProperties().forEach(System::setProperty);
    localStack.ifPresent(all -> point(wanted, all.endpoint()));
  }

  private static void point(Set<Engine> wanted, URI endpoint) {
    wanted.stream()
        .flatMap(engine -> engine.sdkProperties().stream())
        .forEach(name -> System.setProperty(name, endpoint.toString()));
  }

  /** Lets functions do with DynamoDB what their policies allow; LocalStack asks no policy. */
  void admit(Template template) {
    if (localStack.isEmpty()) {
      engines.admit(template);
    }
  }

  /** Asks no policy: tests may do anything. */
  DynamoDbClient dynamodb() {
    return client(
        Engine.DYNAMODB, DynamoDbClient.class, () -> Clients.dynamodb(endpoint(engines::dynamodb)));
  }

  /** What is written to, no table so far; LocalStack has no front that counts. */
  Written written() {
    return new Written(
        Optional.ofNullable(engines.front())
            .filter(_ -> localStack.isEmpty())
            .map(DynamoDbFront::writes));
  }

  /** What is written by functions, and by clients that a test makes for itself. */
  TableWrites writes() {
    return engines.front().writes();
  }

  SqsClient sqs() {
    return client(Engine.SQS, SqsClient.class, () -> Clients.sqs(sqsEndpoint()));
  }

  S3Client s3() {
    return client(Engine.S3, S3Client.class, () -> Clients.s3(endpoint(engines::s3)));
  }

  Jedis valkey() {
    return client(Engine.REDIS, Jedis.class, () -> new Jedis("127.0.0.1", engines.redisPort()));
  }

  private <C> C client(Engine engine, Class<C> type, Supplier<C> make) {
    return type.cast(clients.computeIfAbsent(engine, key -> make.get()));
  }

  URI sqsEndpoint() {
    return endpoint(engines::sqs);
  }

  private URI endpoint(Supplier<URI> embedded) {
    return localStack.map(LocalStack::endpoint).orElseGet(embedded);
  }

  /** {@code host:port} of Valkey. */
  String valkeyEndpoint() {
    return "127.0.0.1:" + engines.redisPort();
  }

  @Override
  public void close() {
    localStack.ifPresent(LocalStack::close);
    engines.close();
  }
}
