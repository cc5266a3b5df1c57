package app.oegukmin.local.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that goes as another one and can be set ahead. Safe for use by many threads. */
final class ShiftedClock extends Clock {

  /** By how much it is ahead from some time on. */
  private record Shift(Instant since, Duration ahead) {}

  private final Clock real;
  private final List<Shift> shifts;

  private ShiftedClock(Clock real, List<Shift> shifts) {
    this.real = real;
    this.shifts = shifts;
  }

  /** A clock that shows a time now. */
  static ShiftedClock showing(Instant time, Clock real) {
    Duration ahead = Duration.between(real.instant(), time);
    return new ShiftedClock(
        real, new CopyOnWriteArrayList<>(List.of(new Shift(Instant.MIN, ahead))));
  }

  /** Sets it ahead. */
  void advance(Duration time) {
    shifts.add(new Shift(real.instant(), shifts.getLast().ahead().plus(time)));
  }

  /** What it showed at a moment of the real clock. */
  Instant at(Instant moment) {
    return moment.plus(
        shifts.reversed().stream()
            .filter(shift -> !shift.since().isAfter(moment))
            .findFirst()
            .orElseThrow()
            .ahead());
  }

  @Override
  public Instant instant() {
    return at(real.instant());
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new ShiftedClock(real.withZone(zone), shifts);
  }
}
