package app.oegukmin.translator;

import app.oegukmin.shared.notice.Language;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Leaves a vendor alone for as long as its last failure asks for, so that a used-up quota or an
 * outage costs one call and not one per message.
 */
final class PatientTranslator implements Translator {

  private final Translator vendor;
  private final Clock clock;
  private Instant restUntil = Instant.MIN;
  private TranslationFailure last;

  PatientTranslator(Translator vendor, Clock clock) {
    this.vendor = vendor;
    this.clock = clock;
  }

  @Override
  public boolean ready() {
    return vendor.ready();
  }

  @Override
  public Optional<TranslationFailure> closed() {
    return clock.instant().isBefore(restUntil) ? Optional.of(last) : Optional.empty();
  }

  @Override
  public List<List<String>> calls(List<String> texts) {
    return vendor.calls(texts);
  }

  @Override
  public Translated translate(List<String> call, TextFormat format, Language target) {
    if (closed().isPresent()) {
      throw last;
    }
    try {
      return vendor.translate(call, format, target);
    } catch (TranslationFailure failure) {
      last = failure;
      restUntil = clock.instant().plus(failure.kind().pause());
      throw failure;
    }
  }
}
