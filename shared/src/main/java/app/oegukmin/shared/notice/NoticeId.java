package app.oegukmin.shared.notice;

import app.oegukmin.shared.language.Language;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The number a notice has on the wire: below 2^53 and ordered by written date, so that one key
 * serves both order and cursor (D-N11) and a backfill that walks backwards does not invert the
 * list.
 *
 * <pre>
 *   16 bits written date (epoch day) | 27 bits article number | 6 bits site | 2 bits language
 *   └────────────────────── article id ─────────────────────┘
 * </pre>
 *
 * @param article what the three languages of one article share
 * @param language whose text this notice is
 */
public record NoticeId(long article, Language language) {

  private static final int LANGUAGE_BITS = 2;
  private static final int SITE_BITS = 6;
  private static final int NUMBER_BITS = 27;

  /**
   * The id of an article. Numbers of one site that differ by a multiple of 2^27 on one day collide;
   * who stores an article does it on condition that the id is free.
   *
   * @param written the date the article carries
   * @param site the code of the site, 0 to 63
   * @param number the article's number on that site
   */
  public static long article(LocalDate written, int site, long number) {
    if (site < 0 || site >= 1 << SITE_BITS) {
      throw new IllegalArgumentException("Site code out of range: " + site);
    }
    long day = Math.clamp(written.toEpochDay(), 0, (1 << 16) - 1);
    long tie = Math.floorMod(number, 1L << NUMBER_BITS);
    return ((day << NUMBER_BITS | tie) << SITE_BITS) | site;
  }

  /** The id that an article gets when another date is written on it: all but the day stays. */
  static long redated(long article, LocalDate written) {
    long rest = article & ((1L << (NUMBER_BITS + SITE_BITS)) - 1);
    return article(written, 0, 0) | rest;
  }

  /** The next id of the same day and site. */
  static long after(long article) {
    return article + (1L << SITE_BITS);
  }

  /** Whether the ids of two articles are of one written date. */
  public static boolean sameDay(long one, long other) {
    return one >> (NUMBER_BITS + SITE_BITS) == other >> (NUMBER_BITS + SITE_BITS);
  }

  /** The notice with a number, empty when no notice can have it. */
  public static Optional<NoticeId> of(long value) {
    long code = value & ((1 << LANGUAGE_BITS) - 1);
    return Stream.of(Language.values())
        .filter(language -> language.code() == code && value > 0)
        .findAny()
        .map(language -> new NoticeId(value >> LANGUAGE_BITS, language));
  }

  /** The number on the wire. */
  public long value() {
    return article << LANGUAGE_BITS | language.code();
  }
}
