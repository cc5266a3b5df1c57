package app.oegukmin.menu;

import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.http.JerseyApi;
import app.oegukmin.shared.http.Priming;
import app.oegukmin.shared.menu.MenuTable;
import app.oegukmin.shared.order.CrawlOrderTable;
import app.oegukmin.shared.valkey.Valkey;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** GET /api/menu/daily and POST /api/menu/test (contract §6.3). */
public final class MenuHandler implements RequestStreamHandler {

  // The function has ten seconds, and the app does not start before it has its response.
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final JerseyApi api;

  // Kept, because the runtime holds its hooks weakly.
  @SuppressWarnings("UnusedVariable")
  private final Priming priming;

  /** On Lambda. */
  public MenuHandler() {
    this(System.getenv());
  }

  /** With the variables of the template. */
  public MenuHandler(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    Clock clock = Clock.systemUTC();
    Optional<Valkey> valkey = Valkey.of(environment, clock);
    DynamoDbClient dynamo = Dynamo.connect(environment, PATIENCE);
    MenuTable table = new MenuTable(dynamo, environment.require("MENU_TABLE"));
    MenuService menus = new MenuService(table, valkey.map(v -> new MenuCache(v, clock)));
    MenuCrawlService crawls =
        new MenuCrawlService(
            new CrawlOrderTable(dynamo, environment.require("CRAWL_ORDER_TABLE")), clock);
    this.api =
        new JerseyApi(new AnyTypeFilter(), new MenuResource(menus), new MenuCrawlResource(crawls));
    this.priming = new Priming(api, "GET", "/api/menu/daily", valkey);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    api.handle(input, output, context);
  }
}
