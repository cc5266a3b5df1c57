package app.oegukmin.shared.notice;

import java.time.LocalDate;

/**
 * Which articles are translated, when they are first seen and after an edit (F-37): a backfill of
 * years, or a template that is changed on all of them, would use up the vendor's quota for what
 * nobody reads.
 *
 * @param days how old they may be by the date that their site shows
 */
public record TranslationPeriod(int days) {

  /**
   * Whether a version that is stored today is translated.
   *
   * @param today the day in Seoul
   */
  public boolean covers(LocalDate written, LocalDate today) {
    return !written.isBefore(today.minusDays(days));
  }
}
