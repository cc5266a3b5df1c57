package app.oegukmin.local.run;

import app.oegukmin.engines.AwsClients;
import app.oegukmin.engines.Directories;
import app.oegukmin.engines.OpenSearchServer;
import app.oegukmin.engines.Ports;
import app.oegukmin.engines.access.TableWrites;
import app.oegukmin.local.api.RestApi;
import app.oegukmin.local.event.AsyncInvocations;
import app.oegukmin.local.event.EventSources;
import app.oegukmin.local.event.Mapping;
import app.oegukmin.local.event.Schedules;
import app.oegukmin.local.function.FunctionError;
import app.oegukmin.local.function.FunctionHost;
import app.oegukmin.local.function.Functions;
import app.oegukmin.local.metric.MetricStore;
import app.oegukmin.local.run.sample.SampleCommunity;
import app.oegukmin.local.socket.SocketServer;
import app.oegukmin.shared.key.KeyTable;
import app.oegukmin.template.LambdaFunction;
import app.oegukmin.template.Template;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** Starts everything that a run consists of, each thing after those it needs. */
final class Startup {

  private final Settings settings;
  private final LocalFolder folder;
  private final Progress progress;
  private final Clock clock;
  private final Cleanup cleanup;

  /** A start whose parts the given cleanup closes, also when it fails half-way. */
  Startup(Settings settings, LocalFolder folder, Progress progress, Clock clock, Cleanup cleanup) {
    this.settings = settings;
    this.folder = folder;
    this.progress = progress;
    this.clock = clock;
    this.cleanup = cleanup;
  }

  /**
   * Starts a run; its API is ready when this returns.
   *
   * @throws IOException with a sentence for people, as the unchecked exceptions are too
   */
  void start() throws IOException {
    claim();
    Secrets secrets = new Secrets(folder.secrets(), new SecureRandom());
    StandIns standIns = progress.step("engines", () -> standIns(secrets));
    // Another host than the API's, as on AWS: here another port, the next one if it is free.
    int socketPort = Ports.preferably(settings.port() + 1);
    Map<String, String> parameters = new HashMap<>(search());
    parameters.put("SocketEndpoint", SocketServer.endpoint(socketPort, "live"));
    parameters.put("ChatbotModel", settings.chatbot());
    Template template = standIns.template(settings.root(), parameters);
    standIns.engines().admit(template);
    AwsClients aws = progress.step("tables, queues, buckets", () -> resources(template, standIns));
    secrets.seed(new KeyTable(aws.dynamodb(), template.outputs().get("KeyTableName")));
    FunctionHost host = functions(template);
    UnaryOperator<String> names = id -> template.function(id).name();
    MetricStore metrics = standIns.cloudWatch().metrics();
    Functions functions = new MeasuredFunctions(host, names, metrics, clock);
    invoke(functions, template);
    Functions aged = new AgedDeliveries(functions, names, metrics, clock);
    progress.step("Firebase's keys", () -> firebaseKeys(functions));
    URI api = progress.step("gateway", () -> api(template, functions));
    URI socket = socket(template, functions, socketPort);
    List<Mapping> mappings =
        progress.step("queues, streams, schedules", () -> events(template, standIns, aws, aged));
    Backlog backlog = new Backlog(aws.sqs(), template.queues());
    Crawl crawl = new Crawl(functions, mappings, backlog, report(template, aws), clock);
    Redrive redrive = new Redrive(aws.sqs(), template.queues());
    Reindexing reindexing = new Reindexing(functions, clock);
    ControlServer control =
        cleanup.keep(ControlServer.start(crawl, redrive, reindexing, standIns.faults()));
    Running running = new Running(standIns, api, socket, control.uri(), secrets.hmac());
    cleanup.keep(EnvFile.write(folder.env(), running.variables()));
    progress.say(running.welcome());
    cleanup.keep(() -> progress.say("Stopping …"));
    background(template, host, crawl, community(template, aws, functions)).start();
  }

  /** Makes sure that this checkout and the port are ours, before anything is started. */
  private void claim() throws IOException {
    cleanup.keep(RunLock.acquire(folder.lock()));
    GatewayLog.to(folder.logs().resolve("gateway.log"));
    Files.deleteIfExists(folder.env());
    ProcessFile processes = new ProcessFile(folder.processes());
    int orphans = processes.endOrphans();
    cleanup.keep(processes::endOrphans);
    if (orphans > 0) {
      progress.say("ended " + orphans + " processes that a killed run had left");
    }
    // On AWS a function's /tmp goes with its environment.
    Directories.delete(folder.temporary());
    Files.createDirectory(folder.temporary());
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port());
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
    } catch (BindException e) {
      throw new IllegalStateException(
          "Port %d is taken: free it, or take another with PORT=%d make run."
              .formatted(settings.port(), settings.port() + 1),
          e);
    }
  }

  private StandIns standIns(Secrets secrets) throws IOException {
    StandIns standIns = StandIns.start(settings, folder, secrets, clock, cleanup);
    new ProcessFile(folder.processes()).write(standIns.engines().pids());
    standIns.engines().onDeath(this::stop);
    standIns.pointSdk();
    return standIns;
  }

  /** The parameters of what searches: without any it is Lucene, which needs no process. */
  private Map<String, String> search() throws IOException {
    if (!settings.openSearch()) {
      return Map.of();
    }
    OpenSearchServer server =
        progress.step(
            "OpenSearch",
            () ->
                cleanup.keep(
                    OpenSearchServer.start(folder.data().resolve("opensearch"), folder.logs())));
    return Map.of("SearchEngine", "opensearch", "OpenSearchUrl", server.uri().toString());
  }

  /** Without DynamoDB every route would respond 500 (F-38). Valkey may die: limits open then. */
  private void stop() {
    progress.say("The process of DynamoDB, SQS and S3 has ended: see .local/logs/engines.log.");
    progress.say("The run stops. Start it again with make run; its data is kept.");
    System.exit(1);
  }

  private AwsClients resources(Template template, StandIns standIns) {
    AwsClients aws = cleanup.keep(AwsClients.of(standIns.engines()));
    new Provisioning(template, aws).run();
    return aws;
  }

  private FunctionHost functions(Template template) throws IOException {
    return cleanup.keep(
        new FunctionHost(
            template.functions(), settings.root(), folder.logs(), clock, settings.concurrency()));
  }

  /** Fetched before anybody signs in: the schedule fires minutes later. */
  private static byte[] firebaseKeys(Functions functions) throws IOException {
    try {
      return functions.invoke("KeysFunction", "{}".getBytes(StandardCharsets.UTF_8));
    } catch (FunctionError e) {
      throw new IOException("KeysFunction failed: see .local/logs/KeysFunction.log.", e);
    }
  }

  private URI api(Template template, Functions functions) throws IOException {
    RestApi api =
        cleanup.keep(new RestApi(template.api().orElseThrow(), functions, clock, settings.port()));
    api.start();
    return api.uri();
  }

  /** For functions that invoke others by the SDK. */
  private void invoke(Functions functions, Template template) throws IOException {
    LambdaServer lambda = cleanup.keep(LambdaServer.start(functions, template.functions()));
    System.setProperty("aws.endpointUrlLambda", lambda.endpoint().toString());
  }

  private URI socket(Template template, Functions functions, int port) throws IOException {
    SocketServer socket =
        cleanup.keep(
            new SocketServer(
                template.socket().orElseThrow(), functions, template.functions(), clock, port));
    socket.start();
    return socket.uri();
  }

  private List<Mapping> events(
      Template template, StandIns standIns, AwsClients aws, Functions functions) {
    TableWrites writes = standIns.engines().front().writes();
    EventSources sources = new EventSources(template, aws, writes, folder.checkpoints(), clock);
    AsyncInvocations invocations =
        cleanup.keep(new AsyncInvocations(functions, AsyncInvocations.RETRIES));
    List<Mapping> mappings = sources.start(functions);
    cleanup.keep(() -> close(mappings));
    cleanup.keep(new Schedules(sources.schedules(), invocations, clock)).start();
    return mappings;
  }

  private CrawlReport report(Template template, AwsClients aws) {
    return new CrawlReport(
        aws.dynamodb(),
        name(template, "BoardTable"),
        MonthlyCharacters.of(template, aws.dynamodb(), clock));
  }

  private static String name(Template template, String table) {
    return template.tables().stream()
        .filter(declared -> declared.logicalId().equals(table))
        .findAny()
        .orElseThrow()
        .name();
  }

  private Optional<SampleCommunity> community(
      Template template, AwsClients aws, Functions functions) {
    return settings.campus().sample()
        ? Optional.of(
            new SampleCommunity(aws.dynamodb(), name(template, "UserTable"), functions, clock))
        : Optional.empty();
  }

  private Background background(
      Template template, FunctionHost functions, Crawl crawl, Optional<SampleCommunity> community) {
    List<String> names =
        settings.lazy()
            ? List.of()
            : template.functions().stream().map(LambdaFunction::logicalId).toList();
    return new Background(functions, names, crawl, settings.boards(), community, folder, progress);
  }

  /** All at once, because each may have to wait for its function. */
  private static void close(List<Mapping> mappings) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      mappings.forEach(mapping -> threads.execute(mapping::close));
    }
  }
}
