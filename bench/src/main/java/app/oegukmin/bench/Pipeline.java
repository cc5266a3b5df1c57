package app.oegukmin.bench;

import app.oegukmin.engines.AwsClients;
import app.oegukmin.engines.Engines;
import app.oegukmin.engines.Queues;
import app.oegukmin.engines.Tables;
import app.oegukmin.local.event.EventSources;
import app.oegukmin.local.event.Mapping;
import app.oegukmin.local.function.FunctionHost;
import app.oegukmin.template.LambdaFunction;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Crawler, dispatcher and translator as packaged, with what carries work between them. */
final class Pipeline implements AutoCloseable {

  private static final String START = "CrawlStartFunction";
  private static final Set<String> FUNCTIONS =
      Set.of(START, "CrawlerFunction", "DispatcherFunction", "TranslatorFunction");
  private static final Duration LOOK = Duration.ofMillis(500);

  private final AwsClients aws;
  private final FunctionHost functions;
  private final List<Mapping> mappings;

  private Pipeline(AwsClients aws, FunctionHost functions, List<Mapping> mappings) {
    this.aws = aws;
    this.functions = functions;
    this.mappings = mappings;
  }

  /** Starts it over empty tables, with a campus in place of the university and DeepL. */
  static Pipeline start(Path root, Path work, Engines engines, URI sites, URI deepl)
      throws IOException {
    Map<String, String> parameters =
        Map.of("Local", "true", "CampusUrl", sites.toString(), "DeepLUrl", deepl.toString());
    Template template =
        Template.read(root.resolve("template.yaml"), parameters, new LocalNames("", engines.sqs()));
    engines.admit(template);
    AwsClients aws = AwsClients.of(engines);
    Tables.createMissing(aws.dynamodb(), template.tables());
    Queues.create(aws.sqs(), template.queues());
    Clock clock = Clock.systemUTC();
    List<LambdaFunction> some =
        template.functions().stream()
            .filter(function -> FUNCTIONS.contains(function.logicalId()))
            .toList();
    FunctionHost functions = new FunctionHost(some, root, work, clock, 1_000);
    Path checkpoints = Files.createTempDirectory(work, "checkpoints");
    EventSources sources =
        new EventSources(template, aws, engines.front().writes(), checkpoints, clock);
    return new Pipeline(aws, functions, sources.start(some, functions));
  }

  /** Runs the crawler and waits until nothing is left to do anywhere. */
  void crawl(String source) throws Exception {
    Instant begun = Instant.now();
    String event = "{\"source\":\"" + source + "\"}";
    functions.invoke(START, event.getBytes(StandardCharsets.UTF_8));
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
    aws.close();
  }
}
