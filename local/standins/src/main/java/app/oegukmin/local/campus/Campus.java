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
import java.util.Optional;
import java.util.OptionalInt;
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

  /** The heading of the only board whose own list is not read. */
  private static final String UNLISTED = "대학입학공지";

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
  private final Optional<Trouble> trouble;
  private final OfficialBoards official;
  private final List<Post> notices;
  private final List<Cafeteria> cafeterias = Cafeterias.load();
  private final LoopbackServer server;

  private Campus(Clock clock, Optional<Trouble> trouble) throws IOException {
    this.trouble = trouble;
    siteFaults = new FaultInjector(SITE_FAULTS, clock);
    deeplFaults = new FaultInjector(DeepL.FAULTS, clock);
    LocalDate today = LocalDate.ofInstant(clock.instant(), SEOUL);
    official = OfficialBoards.load(today);
    CissSite ciss = CissSite.load(today);
    CsSite cs = CsSite.load(today);
    notices =
        Stream.of(official.posts(OptionalInt.empty()).stream(), ciss.posts(), cs.posts())
            .flatMap(all -> all)
            .toList();
    trouble.ifPresent(made -> made.refuseSome(titles()));
    Map<String, CampusSite> sites = sites(clock, official, ciss, cs);
    sites.keySet().forEach(host -> hostFaults.put(host, new FaultInjector(SITE_FAULTS, clock)));
    server = LoopbackServer.start(handlers(sites));
  }

  private Map<String, CampusSite> sites(
      Clock clock, OfficialBoards boards, CissSite ciss, CsSite cs) {
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
        ciss,
        "cs.kookmin.ac.kr",
        cs,
        "wfile.kookmin.ac.kr",
        any -> CampusReply.bytes("image/png", FileStore.picture()));
  }

  private Map<String, HttpHandler> handlers(Map<String, CampusSite> sites) {
    Map<String, HttpHandler> handlers = new HashMap<>();
    handlers.put("/", serving(any -> CampusReply.empty(404)));
    sites.forEach(
        (host, site) -> {
          HttpHandler healthy = hostFaults.get(host).around(troubled(site));
          handlers.put("/" + host, siteFaults.around(healthy));
        });
    HttpHandler translation = trouble.map(made -> made.deepl(deepl)).orElse(serving(deepl));
    handlers.put(DEEPL, deeplFaults.around(translation));
    handlers.put(DEEPL_PRO, deeplFaults.around(translation));
    return handlers;
  }

  /**
   * Starts a campus on a free port.
   *
   * @param clock tells today, in Seoul
   */
  public static Campus start(Clock clock) throws IOException {
    return new Campus(clock, Optional.empty());
  }

  /** Starts a campus as {@link #start(Clock)} does, with its sites and DeepL in trouble. */
  public static Campus start(Clock clock, Trouble trouble) throws IOException {
    return new Campus(clock, Optional.of(trouble));
  }

  /** The titles of all notices that can be read on boards with a list of their own. */
  public List<String> titles() {
    return titles(notices.stream().filter(post -> !post.heading().equals(UNLISTED)));
  }

  /** The titles of those that only the list of all boards has: it is read until a known one. */
  public List<String> unlistedTitles() {
    return titles(notices.stream().filter(post -> post.heading().equals(UNLISTED)));
  }

  /** The titles of those on a board of www.kookmin.ac.kr. */
  public List<String> titles(int board) {
    return titles(official.posts(OptionalInt.of(board)).stream());
  }

  /** What the cafeterias serve on a day, line by line, with the prices that stand in them. */
  public List<String> dishes(LocalDate day) {
    return cafeterias.stream().flatMap(each -> each.lines(day)).toList();
  }

  private static List<String> titles(Stream<Post> posts) {
    return posts.filter(post -> !post.gone()).map(Post::title).toList();
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

  private HttpHandler troubled(CampusSite site) {
    return trouble.map(made -> made.site(site)).orElse(serving(site));
  }

  private static HttpHandler serving(CampusSite site) {
    return exchange -> serve(exchange, site);
  }

  private static void serve(HttpExchange exchange, CampusSite site) throws IOException {
    try (exchange) {
      site.answer(CampusRequest.of(exchange)).send(exchange);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
