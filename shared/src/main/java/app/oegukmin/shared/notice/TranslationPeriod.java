package app.oegukmin.shared.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Which articles are translated when they are first seen: a backfill of years would use up the
 * vendor's quota for what nobody reads.
 *
 * @param days how old they may be by the date that their site shows, counted as in Seoul
 */
public record TranslationPeriod(int days) {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  /** Whether an article of some day is translated that is first seen now. */
  public boolean covers(LocalDate written, Instant now) {
    return !written.isBefore(LocalDate.ofInstant(now, SEOUL).minusDays(days));
  }
}
