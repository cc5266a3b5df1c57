package app.oegukmin.translator;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.retry.CircuitBreaker;
import app.oegukmin.translator.TranslationFailure.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * After a failure it sends no call for as long as that failure's pause, so that a used-up quota or
 * an outage costs one call and not one per message. It begins no call that may outlast the
 * function, because a call that is cut off is paid twice.
 */
final class GuardedTranslator implements Translator {

  private final Translator vendor;
  private final CircuitBreaker<TranslationFailure> breaker;
  private final Clock clock;
  private Instant lastCall = Instant.MAX;

  GuardedTranslator(Translator vendor, Clock clock) {
    this.vendor = vendor;
    this.breaker =
        new CircuitBreaker<>(
            TranslationFailure.class, (failure, inRow) -> failure.kind().pause(), clock);
    this.clock = clock;
  }

  /** From a moment on, no call is begun. */
  void closeAt(Instant moment) {
    lastCall = moment;
  }

  @Override
  public boolean ready() {
    return vendor.ready();
  }

  @Override
  public Optional<TranslationFailure> refusal() {
    if (clock.instant().isAfter(lastCall)) {
      return Optional.of(new TranslationFailure(Kind.NO_TIME, "The rest is for later"));
    }
    return breaker.refusal();
  }

  @Override
  public List<List<String>> calls(List<String> texts) {
    return vendor.calls(texts);
  }

  @Override
  public Translated translate(List<String> call, TextFormat format, Language target) {
    Optional<TranslationFailure> refusal = refusal();
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    return breaker.call(() -> vendor.translate(call, format, target));
  }
}
