package app.oegukmin.speech;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Sends no call for a while after as many failures in a row as their kind allows, so that callers
 * hear at once what they would hear after a timeout.
 */
final class CircuitBreaker implements Assessor {

  private final Assessor vendor;
  private final Clock clock;
  private Instant openUntil = Instant.MIN;
  private SpeechFailure last;
  private int inRow;

  CircuitBreaker(Assessor vendor, Clock clock) {
    this.vendor = vendor;
    this.clock = clock;
  }

  @Override
  public List<Segment> assess(Recording recording, Sentence sentence, Duration patience) {
    refuseWhileOpen();
    try {
      List<Segment> segments = vendor.assess(recording, sentence, patience);
      succeeded();
      return segments;
    } catch (SpeechFailure failure) {
      failed(failure);
      throw failure;
    }
  }

  private synchronized void refuseWhileOpen() {
    if (clock.instant().isBefore(openUntil)) {
      throw last;
    }
  }

  private synchronized void succeeded() {
    inRow = 0;
  }

  private synchronized void failed(SpeechFailure failure) {
    inRow++;
    if (failure.kind().opens(inRow)) {
      last = failure;
      openUntil = clock.instant().plus(failure.kind().pause());
    }
  }
}
