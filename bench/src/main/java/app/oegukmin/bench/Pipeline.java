package app.oegukmin.bench;

import app.oegukmin.engines.Clients;
import app.oegukmin.engines.Engines;
import app.oegukmin.engines.Queues;
import app.oegukmin.engines.Tables;
import app.oegukmin.local.event.Checkpoints;
import app.oegukmin.local.event.EventFilter;
import app.oegukmin.local.event.Mapping;
import app.oegukmin.local.event.QueueFeed;
import app.oegukmin.local.event.SqsMapping;
import app.oegukmin.local.event.StreamFeed;
import app.oegukmin.local.event.StreamMapping;
import app.oegukmin.local.function.FunctionHost;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.Queue;
import app.oegukmin.template.QueueSource;
import app.oegukmin.template.StreamSource;
import app.oegukmin.template.Table;
import app.oegukmin.template.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Crawler, dispatcher and translator as packaged, with what carries work between them. */
final class Pipeline implements AutoCloseable {

  private static final Set<String> FUNCTIONS =
      Set.of("CrawlerFunction", "DispatcherFunction", "TranslatorFunction");
  private static final Duration LOOK = Duration.ofMillis(500);

  private final Template template;
  private final Path work;
  private final Engines engines;
  private final FunctionHost functions;
  private final SqsClient sqs;
  private final DynamoDbClient dynamodb;
  private final List<Mapping> mappings = new ArrayList<>();

  private Pipeline(Template template, Path root, Path work, Engines engines) throws IOException {
    this.template = template;
    this.work = work;
    this.engines = engines;
    this.sqs = Clients.sqs(engines.sqs());
    this.dynamodb = Clients.dynamodb(engines.dynamodb());
    this.functions =
        new FunctionHost(
            template.functions().stream().filter(f -> FUNCTIONS.contains(f.logicalId())).toList(),
            root,
            work,
            Clock.systemUTC(),
            1_000);
  }

  /** Starts it over empty tables, with a campus in place of the university and DeepL. */
  static Pipeline start(Path root, Path work, Engines engines, URI sites, URI deepl)
      throws IOException {
    Map<String, String> parameters =
        Map.of("Local", "true", "CampusUrl", sites.toString(), "DeepLUrl", deepl.toString());
    Template template =
        Template.read(root.resolve("template.yaml"), parameters, new LocalNames("", engines.sqs()));
    Pipeline pipeline = new Pipeline(template, root, work, engines);
    Tables.createMissing(pipeline.dynamodb, template.tables());
    Queues.create(pipeline.sqs, template.queues());
    template.functions().stream()
        .filter(function -> FUNCTIONS.contains(function.logicalId()))
        .forEach(function -> function.events().forEach(e -> pipeline.map(function.logicalId(), e)));
    return pipeline;
  }

  private void map(String function, Object event) {
    switch (event) {
      case QueueSource source ->
          mappings.add(
              new SqsMapping(
                  new QueueFeed(function, queue(source.queue()), source), sqs, functions));
      case StreamSource source when source.table().equals("ArticleTable") ->
          mappings.add(stream(function, source));
      default -> {}
    }
  }

  private Mapping stream(String function, StreamSource source) {
    String table =
        template.tables().stream()
            .filter(candidate -> candidate.logicalId().equals(source.table()))
            .map(Table::name)
            .findAny()
            .orElseThrow();
    String arn = dynamodb.describeTable(r -> r.tableName(table)).table().latestStreamArn();
    return new StreamMapping(
        new StreamFeed(function, source, arn, new EventFilter(source.filters()), Optional.empty()),
        Clients.streams(engines.dynamodb()),
        sqs,
        functions,
        new Checkpoints(work.resolve(Instant.now().toEpochMilli() + ".json")),
        Clock.systemUTC());
  }

  private Queue queue(String logicalId) {
    return template.queues().stream()
        .filter(queue -> queue.logicalId().equals(logicalId))
        .findAny()
        .orElseThrow();
  }

  /** Runs the crawler and waits until nothing is left to do anywhere. */
  void crawl(String source) throws Exception {
    Instant begun = Instant.now();
    String event = "{\"source\":\"" + source + "\"}";
    functions.invoke("CrawlStartFunction", event.getBytes(StandardCharsets.UTF_8));
    // Twice: a function may have written to a table whose stream was read just before.
    for (int quiet = 0; quiet < 2; ) {
      Thread.sleep(LOOK);
      Instant since = begun;
      if (mappings.stream().allMatch(mapping -> mapping.quietSince(since))) {
        quiet++;
        begun = Instant.now();
      }
    }
  }

  @Override
  public void close() throws IOException {
    mappings.forEach(Mapping::close);
    functions.close();
    sqs.close();
    dynamodb.close();
  }
}
