package app.oegukmin.bench;

import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.local.campus.Campus;
import app.oegukmin.local.function.FunctionOutput;
import app.oegukmin.local.service.SsmServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What runs of the crawler cost against the sample campus: requests to sites, writes to tables (a
 * transaction is one) and characters sent to the translator. Menus are not in it.
 */
public final class CrawlCost {

  private static final Pattern WRITE =
      Pattern.compile("(Put|Update|Delete)Item|TransactWriteItems|BatchWriteItem");
  private static final String BODY = "<div class=\"view_inner\">";

  private final Campus campus;
  private final CountingProxy sites;
  private final CountingProxy tables;
  private final Pipeline pipeline;

  private CrawlCost(Campus campus, CountingProxy sites, CountingProxy tables, Pipeline pipeline) {
    this.campus = campus;
    this.sites = sites;
    this.tables = tables;
    this.pipeline = pipeline;
  }

  /** Prints a line per run; needs everything packaged. */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(System.getProperty("project.root"));
    Path work = Files.createDirectories(root.resolve("bench/target/crawl"));
    System.setOut(FunctionOutput.around(System.out));
    try (Campus campus = Campus.start(Clock.systemUTC());
        Engines engines =
            Engines.start(
                EnumSet.of(Engine.DYNAMODB, Engine.SQS, Engine.S3), Optional.empty(), work);
        // A key for the sample's DeepL, whatever is asked.
        SsmServer ssm = SsmServer.start(name -> Optional.of("sample"), Clock.systemUTC());
        CountingProxy sites = new CountingProxy(campus.base());
        CountingProxy tables = new CountingProxy(engines.front().uri())) {
      engines.sdkProperties().forEach(System::setProperty);
      System.setProperty("aws.endpointUrlDynamoDb", tables.base().toString());
      System.setProperty("aws.endpointUrlSsm", ssm.endpoint().toString());
      URI deepl = campus.deeplUrl();
      try (Pipeline pipeline = Pipeline.start(root, work, engines, sites.base(), deepl)) {
        new CrawlCost(campus, sites, tables, pipeline).run();
      }
    }
    System.exit(0);
  }

  private void run() throws Exception {
    System.out.printf(
        "%-24s %9s %7s %7s %11s%n", "run", "requests", "writes", "calls", "characters");
    measure("first, by hand", "manual");
    measure("half-hourly, 1st after", "schedule");
    measure("half-hourly, no news", "schedule");
    measure("half-hourly, no news", "schedule");
    measure("daily, no news", "daily");
    editOneArticle();
    measure("daily, one edit", "daily");
    measure("daily, no news", "daily");
  }

  private void editOneArticle() {
    String[] edited = new String[1];
    sites.edit(
        (path, page) -> {
          boolean article = path.contains("/notice/4/") && page.contains(BODY);
          if (article && edited[0] == null) {
            edited[0] = path.replaceFirst("\\?.*", "");
          }
          return article && path.startsWith(edited[0])
              ? page.replace(BODY, BODY + "<p>내용이 고쳐졌습니다.</p>")
              : page;
        });
  }

  private void measure(String name, String source) throws Exception {
    sites.requests();
    tables.requests();
    long characters = campus.deepl().characters();
    pipeline.crawl(source);
    List<String> operations = tables.requests();
    System.out.printf(
        "%-24s %9d %7d %7d %11d%n",
        name,
        sites.requests().size(),
        operations.stream().filter(operation -> WRITE.matcher(operation).matches()).count(),
        operations.size(),
        campus.deepl().characters() - characters);
  }
}
