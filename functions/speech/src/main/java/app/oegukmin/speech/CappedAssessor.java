package app.oegukmin.speech;

import app.oegukmin.shared.budget.MonthlyBudget;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.speech.SpeechFailure.Kind;
import java.time.Duration;
import java.util.List;

/** Counts the seconds of each month and enforces the operator's cap. */
final class CappedAssessor implements Assessor {

  private final Assessor vendor;
  private final MonthlyBudget seconds;
  private final Metrics metrics;

  /** A budget of seconds for a vendor. */
  CappedAssessor(Assessor vendor, MonthlyBudget seconds, Metrics metrics) {
    this.vendor = vendor;
    this.seconds = seconds;
    this.metrics = metrics;
  }

  @Override
  public List<Segment> assess(Recording recording, Sentence sentence, Duration patience) {
    int wanted = recording.seconds();
    var reserved = seconds.reserve(wanted).orElseThrow(() -> capReached(wanted));
    try {
      List<Segment> segments = vendor.assess(recording, sentence, patience);
      metrics.count("SpeechSeconds", wanted);
      metrics.count("MonthlySpeechSeconds", reserved.used());
      return segments;
    } catch (SpeechFailure failure) {
      if (!failure.kind().maybePaid()) {
        reserved.use(0);
      }
      throw failure;
    }
  }

  private SpeechFailure capReached(int wanted) {
    return new SpeechFailure(
        Kind.CAP_REACHED, wanted + " more seconds would exceed the month's " + seconds.cap());
  }
}
