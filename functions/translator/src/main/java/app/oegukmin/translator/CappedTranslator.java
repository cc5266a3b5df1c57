package app.oegukmin.translator;

import app.oegukmin.shared.budget.MonthlyBudget;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.translator.TranslationFailure.Kind;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the characters of each month and enforces the operator's cap. */
final class CappedTranslator implements Translator {

  private static final Logger LOG = LoggerFactory.getLogger(CappedTranslator.class);

  private final Translator vendor;
  private final MonthlyBudget characters;
  private final Metrics metrics;

  /** A budget of characters for a vendor. */
  CappedTranslator(Translator vendor, MonthlyBudget characters, Metrics metrics) {
    this.vendor = vendor;
    this.characters = characters;
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
    long wanted = call.stream().mapToLong(text -> text.codePointCount(0, text.length())).sum();
    var reserved = characters.reserve(wanted).orElseThrow(() -> capReached(wanted));
    Translated translated;
    try {
      translated = vendor.translate(call, format, target);
    } catch (TranslationFailure failure) {
      if (!failure.kind().maybePaid()) {
        reserved.use(0);
      }
      throw failure;
    }
    // Not all vendors bill markup; of a vendor that does not say, everything counts.
    long billed = translated.characters() == 0 ? wanted : Math.min(wanted, translated.characters());
    long used = reserved.use(billed);
    LOG.info("{} texts, {} characters to {}", call.size(), billed, target.tag());
    metrics.count("TranslatedCharacters", billed);
    metrics.count("MonthlyCharacters", used);
    return translated;
  }

  private TranslationFailure capReached(long wanted) {
    return new TranslationFailure(
        Kind.CAP_REACHED, wanted + " more would exceed the month's " + characters.cap());
  }
}
