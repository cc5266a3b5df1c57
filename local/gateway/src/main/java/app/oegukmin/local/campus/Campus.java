package app.oegukmin.local.campus;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A small university on 127.0.0.1: plays the sites that the functions ask, so that everything runs
 * offline. {@code https://site/path?query} is found at {@code /site/path?query}. Its notices are
 * fixtures, dated back from the day it starts, its menus those of any day; DeepL translates them
 * from a phrase book.
 */
public final class Campus implements AutoCloseable {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final DeepL deepl = new DeepL(PhraseBook.load());
  private final Map<String, CampusSite> sites;

  private Campus(HttpServer server, LocalDate today, Clock clock) {
    OfficialBoards boards = OfficialBoards.load(today);
    List<Cafeteria> cafeterias = Cafeterias.load();
    this.server = server;
    this.sites =
        Map.of(
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
            any -> CampusReply.bytes("image/png", FileStore.picture()),
            "api-free.deepl.com",
            deepl,
            "api.deepl.com",
            deepl);
  }

  /**
   * Starts a campus.
   *
   * @param clock tells today, in Seoul
   * @param port 0 for any that is free
   * @throws IOException when the port is taken
   */
  public static Campus start(Clock clock, int port) throws IOException {
    LocalDate today = LocalDate.ofInstant(clock.instant(), SEOUL);
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    Campus campus = new Campus(HttpServer.create(address, 0), today, clock);
    campus.server.setExecutor(campus.threads);
    campus.server.createContext("/", campus::serve);
    campus.server.start();
    return campus;
  }

  /** What stands before a site's name: the functions' {@code CAMPUS_URL}. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The translation service, whose troubles a test can stage. */
  public DeepL deepl() {
    return deepl;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      CampusRequest request = CampusRequest.of(exchange);
      CampusSite site = sites.getOrDefault(request.host(), any -> CampusReply.empty(404));
      CampusReply reply = site.answer(request);
      byte[] body = reply.body();
      exchange.getResponseHeaders().set("Content-Type", reply.contentType());
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
