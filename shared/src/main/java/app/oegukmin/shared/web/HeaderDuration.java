package app.oegukmin.shared.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A time that another host's header names: how long to wait, or how long to keep what it sent. It
 * is never longer than a day: a host that mistypes it would be left alone for years (F-24).
 */
public final class HeaderDuration {

  /** What longer times are cut to. */
  public static final Duration LONGEST = Duration.ofDays(1);

  private HeaderDuration() {}

  /** The time of a number of seconds; empty when the text is no number of one to nine digits. */
  public static Optional<Duration> seconds(String text) {
    return text.matches("\\d{1,9}")
        ? Optional.of(limited(Duration.ofSeconds(Long.parseLong(text))))
        : Optional.empty();
  }

  /** The time from one moment until another; zero when that has passed. */
  public static Duration between(Instant now, Instant then) {
    return then.isAfter(now) ? limited(Duration.between(now, then)) : Duration.ZERO;
  }

  private static Duration limited(Duration time) {
    return time.compareTo(LONGEST) > 0 ? LONGEST : time;
  }
}
