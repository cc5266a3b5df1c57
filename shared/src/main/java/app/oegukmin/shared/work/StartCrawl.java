package app.oegukmin.shared.work;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;

/**
 * Crawl all boards, as an administrator has ordered.
 *
 * @param at when it was ordered
 */
@JsonTypeName("start")
public record StartCrawl(Instant at) implements CrawlWork {

  /** {@code start:<time>}. */
  @Override
  public String key() {
    return "start:" + at;
  }
}
