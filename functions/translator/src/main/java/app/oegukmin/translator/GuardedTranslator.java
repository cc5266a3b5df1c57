package app.oegukmin.translator;

import app.oegukmin.shared.language.Language;
import app.oegukmin.translator.TranslationFailure.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A circuit breaker: after a failure it sends no call for as long as that failure's pause, so that
 * a used-up quota or an outage costs one call and not one per message. It begins no call that may
 * outlast the function, because a call that is cut off is paid twice.
 */
final class CircuitBreaker implements Translator {

  private final Translator vendor;
  private final Clock clock;
  private Instant openUntil = Instant.MIN;
  private Instant lastCall = Instant.MAX;
  private TranslationFailure last;

  CircuitBreaker(Translator vendor, Clock clock) {
    this.vendor = vendor;
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
    return clock.instant().isBefore(openUntil) ? Optional.of(last) : Optional.empty();
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
    try {
      return vendor.translate(call, format, target);
    } catch (TranslationFailure failure) {
      last = failure;
      openUntil = clock.instant().plus(failure.kind().pause());
      throw failure;
    }
  }
}
