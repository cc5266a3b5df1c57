package app.oegukmin.local.api;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** So many calls a day; the day is UTC's. */
final class DailyQuota {

  private final int most;
  private final InstantSource clock;
  private LocalDate day = LocalDate.MIN;
  private int taken;

  DailyQuota(int most, InstantSource clock) {
    this.most = most;
    this.clock = clock;
  }

  /** Takes a call if there is one left. */
  synchronized boolean take() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (today.isAfter(day)) {
      day = today;
      taken = 0;
    }
    if (taken == most) {
      return false;
    }
    taken++;
    return true;
  }
}
