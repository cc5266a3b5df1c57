package app.oegukmin.translator;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.translator.TranslationFailure.Kind;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the characters of each month and enforces the operator's cap. Characters are reserved
 * before a call, so that workers that race cannot exceed the cap together. Months are in UTC, as
 * vendors bill.
 */
final class CappedTranslator implements Translator {

  private static final Logger LOG = LoggerFactory.getLogger(CappedTranslator.class);

  private final Translator vendor;
  private final CharacterTable characters;
  private final long cap;
  private final Clock clock;
  private final Metrics metrics;

  /**
   * A cap on a vendor.
   *
   * @param cap characters a month, 0 for as many as the vendor allows
   */
  CappedTranslator(
      Translator vendor, CharacterTable characters, long cap, Clock clock, Metrics metrics) {
    this.vendor = vendor;
    this.characters = characters;
    this.cap = cap;
    this.clock = clock;
    this.metrics = metrics;
  }

  @Override
  public boolean ready() {
    return vendor.ready();
  }

  @Override
  public List<List<String>> calls(List<String> texts) {
    return vendor.calls(texts);
  }

  @Override
  public Translated translate(List<String> call, TextFormat format, Language target) {
    YearMonth month = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
    long reserved = call.stream().mapToLong(text -> text.codePointCount(0, text.length())).sum();
    long used = reserve(month, reserved);
    Translated translated;
    try {
      translated = vendor.translate(call, format, target);
    } catch (TranslationFailure failure) {
      if (!failure.kind().maybePaid()) {
        characters.giveBack(month, reserved);
      }
      throw failure;
    }
    long billed = translated.characters();
    // Not all vendors bill markup; of a vendor that does not say, everything counts.
    long unused = billed == 0 ? 0 : Math.max(0, reserved - billed);
    if (unused > 0) {
      characters.giveBack(month, unused);
    }
    LOG.info("{} texts, {} characters to {}", call.size(), reserved - unused, target.tag());
    metrics.count("TranslatedCharacters", reserved - unused);
    metrics.count("MonthlyCharacters", used - unused);
    return translated;
  }

  private long reserve(YearMonth month, long wanted) {
    OptionalLong used = characters.reserve(month, wanted, cap);
    return used.orElseThrow(
        () ->
            new TranslationFailure(
                Kind.CAP_REACHED, wanted + " more would exceed the month's " + cap));
  }
}
