package app.oegukmin.speech;

import app.oegukmin.shared.claim.Claims;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.secret.VendorKey;
import app.oegukmin.speech.SpeechFailure.Kind;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores readings. The app uploads the same recording at each rebuild of its screen: of those
 * within ten minutes one is paid for, also when two race. Safe for use by many threads; requests
 * share nothing but the table (D-P1).
 */
final class SpeechService {

  /** How long scores are kept. */
  static final Duration KEPT = Duration.ofMinutes(10);

  /** How long a call may take; how long all of a request may take, of the gateway's 29 seconds. */
  private static final Duration CALL = Duration.ofSeconds(20);

  private static final Duration REQUEST = Duration.ofSeconds(25);
  private static final Duration WAIT = Duration.ofSeconds(20);
  private static final long RETRY_AFTER_SECONDS = 5;

  private static final Logger LOG = LoggerFactory.getLogger(SpeechService.class);

  private final VendorKey key;
  private final Assessor assessor;
  private final Claims claims;
  private final Clock clock;
  private final Metrics metrics;
  private final AtomicBoolean toldOfNoKey = new AtomicBoolean();

  /** Rules over claims and an assessor. */
  SpeechService(VendorKey key, Assessor assessor, Claims claims, Clock clock, Metrics metrics) {
    this.key = key;
    this.assessor = assessor;
    this.claims = claims;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * The scores of a reading, from the table where it has them.
   *
   * @throws ApiException 503 with a time when they cannot be told now, never zeros (D-P3)
   */
  SpeechView score(Reading reading) {
    Instant end = clock.instant().plus(REQUEST);
    try {
      return once(reading, reading.key(key.get()), end);
    } catch (SpeechFailure failure) {
      failure.kind().count(metrics);
      if (failure.kind() != Kind.NO_KEY || toldOfNoKey.compareAndSet(false, true)) {
        LOG.warn("A recording is not assessed. {}", failure.getMessage());
      }
      throw new ApiException(ErrorCode.UNAVAILABLE, failure.kind().pause().toSeconds());
    }
  }

  private SpeechView once(Reading reading, SpeechKey name, Instant end) {
    return claims
        .once(name.value(), WAIT, () -> json(assessed(reading, end)))
        .map(SpeechService::view)
        .orElseThrow(() -> new ApiException(ErrorCode.UNAVAILABLE, RETRY_AFTER_SECONDS));
  }

  private SpeechView assessed(Reading reading, Instant end) {
    Duration left = Duration.between(clock.instant(), end);
    Duration patience = left.compareTo(CALL) < 0 ? left : CALL;
    Recording sound = reading.recording().resampled();
    return Scoring.of(reading.sentence(), assessor.assess(sound, reading.sentence(), patience));
  }

  private static String json(SpeechView view) {
    try {
      return Json.MAPPER.writeValueAsString(view);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A view is always JSON", e);
    }
  }

  private static SpeechView view(String json) {
    try {
      return Json.MAPPER.readValue(json, SpeechView.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The table holds no view", e);
    }
  }
}
