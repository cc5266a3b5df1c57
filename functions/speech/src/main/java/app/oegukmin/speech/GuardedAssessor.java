package app.oegukmin.speech;

import app.oegukmin.shared.retry.CircuitBreaker;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Sends no call for a while after as many failures in a row as their kind allows, so that callers
 * hear at once what they would hear after a timeout.
 */
final class GuardedAssessor implements Assessor {

  private final Assessor vendor;
  private final CircuitBreaker<SpeechFailure> breaker;

  GuardedAssessor(Assessor vendor, Clock clock) {
    this.vendor = vendor;
    this.breaker =
        new CircuitBreaker<>(
            SpeechFailure.class, (failure, inRow) -> failure.kind().pauseAfter(inRow), clock);
  }

  @Override
  public List<Segment> assess(Recording recording, Sentence sentence, Duration patience) {
    return breaker.call(() -> vendor.assess(recording, sentence, patience));
  }
}
