package app.oegukmin.crawler.fetch;

import app.oegukmin.shared.web.HeaderDuration;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The Retry-After header: seconds, or a moment. */
final class RetryAfter {

  private RetryAfter() {}

  /**
   * How long to wait, a day at most (F-24); empty when the header says nothing that can be read.
   */
  static Optional<Duration> parse(String header, Clock clock) {
    return HeaderDuration.seconds(header).or(() -> until(header, clock));
  }

  private static Optional<Duration> until(String header, Clock clock) {
    try {
      var moment = OffsetDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(HeaderDuration.between(clock.instant(), moment));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
