package app.oegukmin.local.run;

import app.oegukmin.local.campus.Campus;
import app.oegukmin.local.campus.Trouble;
import app.oegukmin.local.run.TroubleCheck.Expected;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A morning of trouble at all sites and at DeepL, then quiet hours until every notice and every
 * dish is there, two days at most; nobody does anything by hand.
 *
 * @param seed what decides the trouble
 * @param played how often each kind of it was played
 * @param hours how long it took by the clock of the functions
 */
record TroubleRun(
    long seed, Map<String, Integer> played, TroubleCheck check, long hours, long seconds) {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final LocalTime MORNING = LocalTime.of(7, 0);
  private static final Duration TROUBLED = Duration.ofHours(3);
  private static final Duration LONGEST = Duration.ofHours(50);

  /** Crawls are as far apart. Longer than any message is hidden. */
  private static final Duration STEP = Duration.ofMinutes(30);

  /** In quiet hours a schedule fires once where it would do so several times. */
  private static final Duration QUIET_STEP = Duration.ofHours(3);

  /** Articles within so many days of the template's limit are not asked about. */
  private static final int MARGIN_DAYS = 4;

  /** A board of www.kookmin.ac.kr, by its name in the crawler and its number there. */
  record OfficialBoard(String name, int number) {}

  /**
   * Runs it.
   *
   * @param root the checkout, packaged
   * @param folder for logs
   * @param board the only board that is crawled, empty for all boards
   */
  static TroubleRun of(long seed, Path root, Path folder, Optional<OfficialBoard> board)
      throws IOException, InterruptedException {
    Instant begun = Instant.now();
    Trouble trouble = new Trouble(seed);
    ShiftedClock clock = ShiftedClock.showing(nextMorning(begun), Clock.systemUTC());
    try (Campus campus = Campus.start(clock, trouble);
        TroubleSystem system = new TroubleSystem(root, folder, campus, clock)) {
      Instant morning = clock.instant();
      List<String> titles = board.map(one -> campus.titles(one.number())).orElseGet(campus::titles);
      Expected expected =
          new Expected(titles, campus.unlistedTitles(), trouble.refused(), newest(system, morning));
      MenuCheck menus = new MenuCheck(root, system.functions());
      Instant after = morning.minus(STEP);
      Duration passed = Duration.ZERO;
      TroubleCheck check;
      do {
        Instant now = morning.plus(passed);
        fire(system, after, now, board.map(OfficialBoard::name));
        LocalDate today = LocalDate.ofInstant(now, SEOUL);
        List<String> faults = board.isPresent() ? List.of() : menus.faults(campus, today);
        check = TroubleCheck.of(system.aws(), system.template(), expected, today, faults);
        after = now;
        passed = passed.plus(passed.compareTo(TROUBLED) < 0 ? STEP : QUIET_STEP);
        if (passed.compareTo(TROUBLED) > 0) {
          trouble.end();
        }
        system.advance(Duration.between(clock.instant(), morning.plus(passed)));
      } while (passed.compareTo(TROUBLED) <= 0 || goesOn(check, passed));
      long seconds = Duration.between(begun, Instant.now()).toSeconds();
      return new TroubleRun(seed, trouble.played(), check, passed.toHours(), seconds);
    }
  }

  private static boolean goesOn(TroubleCheck check, Duration passed) {
    return !check.passed() && passed.compareTo(LONGEST) < 0;
  }

  private static void fire(
      TroubleSystem system, Instant after, Instant until, Optional<String> board)
      throws InterruptedException {
    system.fire("CrawlStartFunction", after, until, board);
    if (board.isEmpty()) {
      system.fire("MenuCrawlerFunction", after, until, board);
    }
    system.fire("CatchUpFunction", after, until, Optional.empty());
    system.settle();
  }

  private static Instant nextMorning(Instant now) {
    return LocalDate.ofInstant(now, SEOUL).plusDays(1).atTime(MORNING).atZone(SEOUL).toInstant();
  }

  private static LocalDate newest(TroubleSystem system, Instant morning) {
    String days =
        system.template().function("DispatcherFunction").environment().get("TRANSLATE_DAYS");
    return LocalDate.ofInstant(morning, SEOUL).minusDays(Long.parseLong(days) - MARGIN_DAYS);
  }
}
