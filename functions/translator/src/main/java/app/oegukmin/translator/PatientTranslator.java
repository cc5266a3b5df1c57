package app.oegukmin.translator;

import app.oegukmin.shared.notice.Language;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

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
  public void translate(
      List<String> texts, TextFormat format, Language target, BiConsumer<String, String> paid) {
    if (clock.instant().isBefore(restUntil)) {
      throw last;
    }
    try {
      vendor.translate(texts, format, target, paid);
    } catch (TranslationFailure failure) {
      last = failure;
      restUntil = clock.instant().plus(failure.kind().pause());
      throw failure;
    }
  }
}
