package app.oegukmin.speech;

import java.time.Duration;
import java.util.List;

/** Listens to recordings. Safe for use by many threads. */
interface Assessor {

  /**
   * What was said, and how well, segment by segment; empty when nothing was recognised.
   *
   * @param recording at {@link Recording#RATE}
   * @param patience how long it may take
   * @throws SpeechFailure when it cannot be told now
   */
  List<Segment> assess(Recording recording, Sentence sentence, Duration patience);
}
