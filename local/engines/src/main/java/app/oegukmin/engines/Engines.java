package app.oegukmin.engines;

import app.oegukmin.engines.access.DynamoDbFront;
import app.oegukmin.template.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The engines that run over one data directory. Their processes end when this JVM does, however it
 * ends. All listen on 127.0.0.1 alone, except DynamoDB Local, which has no setting for that.
 */
public final class Engines implements AutoCloseable {

  /** Where containers of sam local look for the tables of a run; tests keep away from it. */
  private static final int WELL_KNOWN_DYNAMODB = 8000;

  /** Where pictures of a run are loaded from: clients keep addresses across runs. */
  private static final int WELL_KNOWN_MEDIA = 8090;

  private final boolean persistent;
  private final Path directory;
  private final Path logs;
  private final DataLock lock;
  private final Optional<ProcessHandle> build;
  private final Endpoints endpoints = new Endpoints();
  private EnginesJvm jvm;
  private RedisServer redis;
  private DynamoDbFront front;
  private MediaFront media;

  private Engines(boolean persistent, Path directory, Path logs, Optional<ProcessHandle> build) {
    this.persistent = persistent;
    this.build = build;
    this.directory = directory;
    this.logs = logs;
    this.lock = DataLock.acquire(directory.resolve("lock"), Duration.ZERO);
  }

  /**
   * Starts engines on free ports and returns when all of them are ready.
   *
   * @param data where data is kept across runs; empty keeps it in memory or a temporary directory,
   *     until {@link #close}
   * @param logs the directory for what the engines print, of this start alone
   * @throws IllegalStateException saying in one sentence which engine did not start, that another
   *     run uses the data, or that the engines were never built
   */
  public static Engines start(Set<Engine> wanted, Optional<Path> data, Path logs) {
    var directory = data.map(Directories::make).orElseGet(Directories::makeTemporary);
    var engines =
        new Engines(data.isPresent(), directory, Directories.make(logs), Optional.empty());
    try {
      engines.add(wanted);
      return engines;
    } catch (RuntimeException e) {
      engines.close();
      throw e;
    }
  }

  /**
   * The engines that the test JVMs of a build share, with a Redis and a front of this JVM's own; or
   * all of this JVM's own without a build. None is started before {@link #add}.
   *
   * @param logs the directory for what the engines of this JVM print
   */
  public static Engines ofBuild(Path logs) {
    var directory = Directories.makeTemporary();
    return new Engines(false, directory, Directories.make(logs), BuildEngines.build());
  }

  /**
   * Starts those engines that do not run yet.
   *
   * @throws IllegalStateException as {@link #start} does
   */
  public synchronized void add(Set<Engine> more) {
    var starting = new EnumMap<Engine, Integer>(Engine.class);
    more.stream()
        .filter(engine -> !endpoints.has(engine))
        .forEach(engine -> starting.put(engine, choosePort(engine)));
    var redisPort = Optional.ofNullable(starting.get(Engine.REDIS));
    // Redis needs no processor while it waits for its cluster; the JVM needs all there is.
    var redisStart = CompletableFuture.runAsync(() -> redisPort.ifPresent(this::startRedis));
    try {
      startJvm(starting);
    } finally {
      join(redisStart);
    }
    endpoints.add(starting);
    if (starting.containsKey(Engine.DYNAMODB)) {
      front = new DynamoDbFront(dynamodb());
    }
    if (starting.containsKey(Engine.S3)) {
      media = mediaFront();
    }
  }

  /**
   * Lets the functions of a template do with DynamoDB what their policies allow. A function of no
   * template may do nothing there.
   */
  public synchronized void admit(Template template) {
    front.admit(template);
  }

  /** DynamoDB where policies are asked and writes are counted. */
  public synchronized DynamoDbFront front() {
    return front;
  }

  // It listens at once, so another run that starts at the same time is met here and not later.
  private MediaFront mediaFront() {
    try {
      return new MediaFront(
          Clients.s3(s3()), persistent ? Ports.preferably(WELL_KNOWN_MEDIA) : Ports.free());
    } catch (IOException taken) {
      return mediaFront(Ports.free());
    }
  }

  private MediaFront mediaFront(int port) {
    try {
      return new MediaFront(Clients.s3(s3()), port);
    } catch (IOException e) {
      throw new IllegalStateException("Nothing can serve pictures on port " + port, e);
    }
  }

  private int choosePort(Engine engine) {
    if (build.isPresent() && engine != Engine.REDIS) {
      return BuildEngines.of(build.get()).ports().get(engine);
    }
    return persistent && engine == Engine.DYNAMODB
        ? Ports.preferably(WELL_KNOWN_DYNAMODB)
        : Ports.free();
  }

  private void startRedis(int port) {
    redis = RedisServer.start(directory.resolve("redis"), persistent, port, logs);
  }

  private void startJvm(Map<Engine, Integer> starting) {
    var engines = new EnumMap<Engine, Integer>(starting);
    engines.remove(Engine.REDIS);
    if (engines.isEmpty() || build.isPresent()) {
      return;
    }
    if (jvm == null) {
      jvm = EnginesJvm.start(directory, persistent, logs);
    }
    jvm.order(engines);
    if (engines.getOrDefault(Engine.DYNAMODB, 0) == WELL_KNOWN_DYNAMODB) {
      awaitDynamoDb(starting);
    }
    engines.keySet().forEach(jvm::await);
  }

  private void awaitDynamoDb(Map<Engine, Integer> starting) {
    try {
      jvm.await(Engine.DYNAMODB);
    } catch (IllegalStateException e) {
      // A run of another checkout, started at the same moment, was faster.
      starting.put(Engine.DYNAMODB, Ports.free());
      jvm.order(Map.of(Engine.DYNAMODB, starting.get(Engine.DYNAMODB)));
    }
  }

  private static void join(CompletableFuture<Void> start) {
    try {
      start.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** The endpoint of DynamoDB itself and of its streams, where no policy is asked. */
  public URI dynamodb() {
    return endpoints.of(Engine.DYNAMODB);
  }

  /** The endpoint of SQS; the URLs of its queues begin with it. */
  public URI sqs() {
    return endpoints.of(Engine.SQS);
  }

  /** The endpoint of S3, for clients that put the bucket into the path. */
  public URI s3() {
    return endpoints.of(Engine.S3);
  }

  /** What the addresses of a bucket's public objects begin with, as CloudFront serves them. */
  public String media(String bucket) {
    return media.uri() + "/" + bucket;
  }

  /** The port of Redis on 127.0.0.1. */
  public int redisPort() {
    return endpoints.port(Engine.REDIS);
  }

  /**
   * The system properties by which AWS clients of a JVM find the engines that run, whoever makes
   * them: endpoints, region and the credentials of the {@link LocalAccount}. Functions find
   * DynamoDB behind their policies.
   */
  public synchronized Map<String, String> sdkProperties() {
    var properties = endpoints.sdkProperties();
    if (front != null) {
      properties.put("aws.endpointUrlDynamoDb", front.uri().toString());
    }
    return properties;
  }

  /** Every process that was started. */
  public synchronized List<Long> pids() {
    var pids = new ArrayList<Long>();
    Optional.ofNullable(jvm).map(EnginesJvm::pid).ifPresent(pids::add);
    Optional.ofNullable(redis).map(RedisServer::pid).ifPresent(pids::add);
    return pids;
  }

  /**
   * Tells when the process of DynamoDB, SQS and S3 ends before {@link #close}; nothing works then.
   */
  public synchronized void onDeath(Runnable told) {
    Optional.ofNullable(jvm).ifPresent(process -> process.onDeath(told));
  }

  /** Stops every process; data in a temporary directory is gone then. */
  @Override
  public synchronized void close() {
    Optional.ofNullable(front).ifPresent(DynamoDbFront::close);
    Optional.ofNullable(media).ifPresent(MediaFront::close);
    Optional.ofNullable(jvm).ifPresent(EnginesJvm::close);
    Optional.ofNullable(redis).ifPresent(RedisServer::close);
    lock.close();
    if (!persistent) {
      Directories.delete(directory);
    }
  }
}
