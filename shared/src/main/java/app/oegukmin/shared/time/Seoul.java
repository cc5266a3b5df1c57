package app.oegukmin.shared.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Dates and times as the campus and the app count them. */
public final class Seoul {

  private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

  private Seoul() {}

  /** The date in Seoul, which is a day ahead of Greenwich's from 15:00 on. */
  public static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  /**
   * A moment as the wire writes it (contract §3.2): {@code 2024-05-20T13:45:00}. Seconds are always
   * there, which {@link LocalDateTime#toString()} leaves out when they are zero.
   */
  public static String dateTime(Instant moment) {
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(LocalDateTime.ofInstant(moment, ZONE));
  }
}
