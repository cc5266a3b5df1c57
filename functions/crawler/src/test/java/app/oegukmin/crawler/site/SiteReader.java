package app.oegukmin.crawler.site;

import app.oegukmin.crawler.fetch.FetchSettings;
import app.oegukmin.crawler.fetch.Fetcher;
import app.oegukmin.crawler.fetch.HostTable;
import app.oegukmin.crawler.fetch.Pace;
import app.oegukmin.crawler.fetch.Validator;
import app.oegukmin.shared.notice.Notice;
import app.oegukmin.testkit.FakeSite;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Reads boards of a fake site; the stack has a HostTable. */
final class SiteReader implements AutoCloseable {

  private final FakeSite site = new FakeSite();
  private final Fetcher fetcher;

  SiteReader(Stack stack) throws IOException {
    Clock clock = Clock.systemUTC();
    FetchSettings settings =
        new FetchSettings(Optional.of(site.base()), "desk", Duration.ofSeconds(5), 1_000_000);
    Pace pace = new Pace(Duration.ZERO, clock, rest -> {});
    HostTable hosts = new HostTable(stack.dynamodb(), stack.table("HostTable"));
    fetcher = Fetcher.of(settings, hosts, pace, new Random(1), clock);
  }

  FakeSite site() {
    return site;
  }

  ListPage list(Board board, int page) throws IOException {
    return board.site().list(board, page, fetcher, Validator.NONE).orElseThrow();
  }

  Optional<Notice> article(Board board, ListRow row) throws IOException {
    return board.site().article(board, row, List.of(), fetcher).map(SiteArticle::notice);
  }

  @Override
  public void close() {
    site.close();
  }
}
