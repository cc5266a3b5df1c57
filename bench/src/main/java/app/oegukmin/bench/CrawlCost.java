package app.oegukmin.bench;

import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.local.campus.Campus;
import app.oegukmin.local.function.FunctionOutput;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            Engines.start(Set.of(Engine.DYNAMODB, Engine.SQS), Optional.empty(), work);
        CountingProxy sites = new CountingProxy(campus.base());
        CountingProxy tables = new CountingProxy(engines.dynamodb())) {
      engines.sdkProperties().forEach(System::setProperty);
      System.setProperty("aws.endpointUrlDynamoDb", tables.base().toString());
      System.setProperty("aws.endpointUrlSsm", anyKey().toString());
      URI deepl = campus.deeplUrl();
      try (Pipeline pipeline = Pipeline.start(root, work, engines, sites.base(), deepl)) {
        new CrawlCost(campus, sites, tables, pipeline).run();
      }
    }
    System.exit(0);
  }

  // A parameter store with a key for the sample's DeepL, whatever is asked.
  private static URI anyKey() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] answer = "{\"Parameter\":{\"Value\":\"sample\"}}".getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    server.start();
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
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
