package app.oegukmin.dispatcher;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.menu.MenuTable;
import app.oegukmin.shared.notice.TranslationPeriod;
import app.oegukmin.shared.notice.UntranslatedIndex;
import app.oegukmin.shared.notice.UntranslatedNotice;
import app.oegukmin.shared.time.Seoul;
import app.oegukmin.shared.work.TranslateMenu;
import app.oegukmin.shared.work.TranslateNotice;
import app.oegukmin.shared.work.TranslateWork;
import app.oegukmin.shared.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks again for what should be translated and is not (F-29): what was crawled without a key, what
 * met a used-up quota, what the stream has lost. It asks only while the queue is empty, because
 * what lies there was asked for; so nothing is there twice, and no run asks for more than is worked
 * off.
 */
final class CatchUp {

  private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

  // Of each language in one run; the newest first.
  private static final int MOST = 100;

  /** What was stored within this time is still on its way. */
  private static final Duration ON_ITS_WAY = Duration.ofMinutes(10);

  /** Cafeterias tell the menus of this week and the next. */
  private static final int MENU_DAYS = 14;

  private final UntranslatedIndex notices;
  private final MenuTable menus;
  private final WorkQueue<TranslateWork> translations;
  private final TranslationPeriod period;
  private final Clock clock;

  /** How many messages a run has sent. */
  record Asked(int notices, int menus) {}

  CatchUp(
      UntranslatedIndex notices,
      MenuTable menus,
      WorkQueue<TranslateWork> translations,
      TranslationPeriod period,
      Clock clock) {
    this.notices = notices;
    this.menus = menus;
    this.translations = translations;
    this.period = period;
    this.clock = clock;
  }

  /** Asks for what is missing, if nothing is being worked on. */
  Asked run() {
    long waiting = translations.messages();
    if (waiting > 0) {
      LOG.info("{} messages are in the queue, none is added", waiting);
      return new Asked(0, 0);
    }
    List<TranslateWork> missingMenus = menus();
    List<TranslateWork> missingNotices = notices(clock.instant());
    translations.send(missingMenus);
    translations.send(missingNotices);
    return new Asked(missingNotices.size(), missingMenus.size());
  }

  private List<TranslateWork> notices(Instant now) {
    Instant from = now.minus(Duration.ofDays(period.days() + 1L));
    return Language.TRANSLATED.stream()
        .flatMap(language -> notices.newest(language, from, now.minus(ON_ITS_WAY), MOST).stream())
        .map(CatchUp::work)
        .toList();
  }

  private static TranslateWork work(UntranslatedNotice notice) {
    return new TranslateNotice(notice.article(), notice.hash(), notice.language());
  }

  private List<TranslateWork> menus() {
    LocalDate today = Seoul.today(clock);
    return today
        .datesUntil(today.plusDays(MENU_DAYS))
        .flatMap(day -> Language.TRANSLATED.stream().flatMap(language -> menu(day, language)))
        .toList();
  }

  private Stream<TranslateWork> menu(LocalDate day, Language language) {
    return menus.untranslated(day, language).isEmpty()
        ? Stream.empty()
        : Stream.of(new TranslateMenu(day, language));
  }
}
