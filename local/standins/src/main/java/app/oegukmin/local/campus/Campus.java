package app.oegukmin.local.campus;

import app.oegukmin.local.standin.CannedResponse;
import app.oegukmin.local.standin.FaultInjector;
import app.oegukmin.local.standin.FaultProfile;
import app.oegukmin.local.standin.LoopbackServer;
import app.oegukmin.local.standin.StandIn;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A small university on 127.0.0.1: plays the sites that the functions ask, so that everything runs
 * offline. {@code https://site/path?query} is found at {@code /site/path?query}. Its notices are
 * fixtures, dated back from the day it starts, its menus those of any day; DeepL translates them
 * from a phrase book. {@code make fail} knows all sites together as {@code sites}, each by its
 * host, and {@code deepl}.
 */
public final class Campus implements AutoCloseable {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final String DEEPL = "/api-free.deepl.com";
  private static final String DEEPL_PRO = "/api.deepl.com";

  /** The menu crawler waits the longest: 15 seconds. */
  private static final FaultProfile SITE_FAULTS =
      new FaultProfile(
          Duration.ofSeconds(20),
          new CannedResponse(429, "text/html;charset=UTF-8", "<h1>Too Many Requests</h1>"),
          true,
          new CannedResponse(200, "text/html;charset=UTF-8", "<!DOCTYPE html><html><body><div cl"));

  private final DeepL deepl = new DeepL(PhraseBook.load());
  private final Map<String, FaultInjector> hostFaults = new TreeMap<>();
  private final FaultInjector siteFaults;
  private final FaultInjector deeplFaults;
  private final LoopbackServer server;

  private Campus(Clock clock) throws IOException {
    siteFaults = new FaultInjector(SITE_FAULTS, clock);
    deeplFaults = new FaultInjector(DeepL.FAULTS, clock);
    Map<String, CampusSite> sites = sites(clock);
    sites.keySet().forEach(host -> hostFaults.put(host, new FaultInjector(SITE_FAULTS, clock)));
    server = LoopbackServer.start(handlers(sites));
  }

  private static Map<String, CampusSite> sites(Clock clock) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), SEOUL);
    OfficialBoards boards = OfficialBoards.load(today);
    List<Cafeteria> cafeterias = Cafeterias.load();
    return Map.of(
        "www.kookmin.ac.kr",
        new TodayMenuSite(cafeterias, clock, new OfficialSite(boards)),
        "kmucoop.kookmin.ac.kr",
        new CooperativeSite(cafeterias),
        "portal.kookmin.ac.kr",
        new FilePortal(boards),
        "kep.kookmin.ac.kr",
        new FileStore(),
        "cms.kookmin.ac.kr",
        CissSite.load(today),
        "cs.kookmin.ac.kr",
        CsSite.load(today),
        "wfile.kookmin.ac.kr",
        any -> CampusReply.bytes("image/png", FileStore.picture()));
  }

  private Map<String, HttpHandler> handlers(Map<String, CampusSite> sites) {
    Map<String, HttpHandler> handlers = new HashMap<>();
    handlers.put("/", serving(any -> CampusReply.empty(404)));
    sites.forEach(
        (host, site) -> {
          HttpHandler healthy = hostFaults.get(host).around(serving(site));
          handlers.put("/" + host, siteFaults.around(healthy));
        });
    handlers.put(DEEPL, deeplFaults.around(serving(deepl)));
    handlers.put(DEEPL_PRO, deeplFaults.around(serving(deepl)));
    return handlers;
  }

  /**
   * Starts a campus on a free port.
   *
   * @param clock tells today, in Seoul
   */
  public static Campus start(Clock clock) throws IOException {
    return new Campus(clock);
  }

  /** What stands before a site's name: the functions' {@code CAMPUS_URL}. */
  public URI base() {
    return server.uri();
  }

  /** The functions' {@code DEEPL_URL}. */
  public URI deeplUrl() {
    return base().resolve(DEEPL);
  }

  /** The translation service, whose troubles a test can stage. */
  public DeepL deepl() {
    return deepl;
  }

  /** All sites as one, and DeepL. */
  public List<StandIn> standIns() {
    return List.of(
        new StandIn("sites", base(), siteFaults), new StandIn("deepl", deeplUrl(), deeplFaults));
  }

  /** Each site by itself. */
  public Stream<StandIn> hosts() {
    return hostFaults.entrySet().stream()
        .map(
            host ->
                new StandIn(host.getKey(), base().resolve("/" + host.getKey()), host.getValue()));
  }

  private static HttpHandler serving(CampusSite site) {
    return exchange -> serve(exchange, site);
  }

  private static void serve(HttpExchange exchange, CampusSite site) throws IOException {
    try (exchange) {
      CampusReply reply = site.answer(CampusRequest.of(exchange));
      byte[] body = reply.body();
      exchange.getResponseHeaders().set("Content-Type", reply.contentType());
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
