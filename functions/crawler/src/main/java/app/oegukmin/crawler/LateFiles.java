package app.oegukmin.crawler;

import app.oegukmin.crawler.BoardMemory.Watched;
import app.oegukmin.crawler.site.Board;
import app.oegukmin.crawler.site.ListRow;
import app.oegukmin.shared.notice.Article;
import java.io.IOException;
import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Reads articles again that were stored without their files, because the host that lists these
 * failed (F-23). Each run of a board stops at the first for which it still fails, so that an outage
 * costs one article a run, another one each time.
 */
final class LateFiles {

  // About a day of runs; later the daily run alone sees to the newest articles.
  private static final int MOST_TRIES = 48;

  private final ArticleCrawl articles;

  LateFiles(ArticleCrawl articles) {
    this.articles = articles;
  }

  /**
   * Reads them.
   *
   * @param before what is remembered and what has been counted so far
   * @param late tells when too little time is left; what is left then waits for the next run
   */
  Progress run(Board board, Progress before, BooleanSupplier late) throws IOException {
    Map<String, Watched> unfiled = new HashMap<>(before.memory().unfiled());
    Map<String, Article> known = articles.known(unfiled.keySet());
    Tally tally = before.tally();
    for (String address : inTurn(unfiled)) {
      if (late.getAsBoolean()) {
        break;
      }
      Watched last = unfiled.remove(address);
      if (!known.containsKey(address)) {
        continue;
      }
      ListRow row = ListRow.unlisted(URI.create(address), last.number());
      ArticleCrawl.Result result = articles.revise(board, row, known.get(address));
      tally = tally.and(result.outcome().untilLater());
      if (!result.whole()) {
        if (last.misses() < MOST_TRIES) {
          unfiled.put(address, new Watched(last.number(), last.misses() + 1));
        }
        break;
      }
    }
    return new Progress(tally, before.memory().unfiled(unfiled));
  }

  private static List<String> inTurn(Map<String, Watched> unfiled) {
    return unfiled.entrySet().stream()
        .sorted(Comparator.comparingInt(each -> each.getValue().misses()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
