package app.oegukmin.speech;

import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.speech.SpeechFailure.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Counts the seconds of each month (UTC) and enforces the operator's cap. Seconds are reserved
 * before a call, so that calls that race cannot exceed the cap together.
 */
final class CappedAssessor implements Assessor {

  private final Assessor vendor;
  private final SecondTable seconds;
  private final long cap;
  private final Clock clock;
  private final Metrics metrics;

  /**
   * A cap on a vendor.
   *
   * @param cap seconds a month, 0 for as many as the vendor allows
   */
  CappedAssessor(Assessor vendor, SecondTable seconds, long cap, Clock clock, Metrics metrics) {
    this.vendor = vendor;
    this.seconds = seconds;
    this.cap = cap;
    this.clock = clock;
    this.metrics = metrics;
  }

  @Override
  public List<Segment> assess(Recording recording, Sentence sentence, Duration patience) {
    YearMonth month = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
    int wanted = recording.seconds();
    long used =
        seconds
            .reserve(month, wanted, cap)
            .orElseThrow(
                () ->
                    new SpeechFailure(
                        Kind.CAP_REACHED,
                        wanted + " more seconds would exceed the month's " + cap));
    try {
      List<Segment> segments = vendor.assess(recording, sentence, patience);
      metrics.count("SpeechSeconds", wanted);
      metrics.count("MonthlySpeechSeconds", used);
      return segments;
    } catch (SpeechFailure failure) {
      if (!failure.kind().maybePaid()) {
        seconds.giveBack(month, wanted);
      }
      throw failure;
    }
  }
}
