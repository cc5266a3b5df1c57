package app.oegukmin.translator;

import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.work.DeadLetterException;
import app.oegukmin.shared.work.Delivery;
import app.oegukmin.shared.work.Outcome;
import app.oegukmin.shared.work.TranslateMenu;
import app.oegukmin.shared.work.TranslateNotice;
import app.oegukmin.shared.work.TranslateWork;
import app.oegukmin.translator.TranslationFailure.Kind;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Takes messages of the translate queue. What a short wait helps waits in the queue; what lasts is
 * left to the hourly catch-up, also when it turns out to last only after some waiting.
 */
final class TranslationMessages {

  private static final Logger LOG = LoggerFactory.getLogger(TranslationMessages.class);

  // An hour lies between two of them.
  private static final int MOST_UNREADABLE = 3;

  // The catch-up asks for a menu each hour until it is translated.
  private static final Duration REST = Duration.ofDays(1);

  private final TranslationService notices;
  private final MenuTranslation menus;
  private final FailedWorkTable failed;
  private final Clock clock;
  private final Metrics metrics;

  TranslationMessages(
      TranslationService notices,
      MenuTranslation menus,
      FailedWorkTable failed,
      Clock clock,
      Metrics metrics) {
    this.notices = notices;
    this.menus = menus;
    this.failed = failed;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** Acknowledges a message because there is no vendor to ask. */
  Outcome skip() {
    metrics.count("TranslationSkipped", 1);
    return Outcome.DONE;
  }

  /**
   * Translates what a message asks for.
   *
   * @param late tells when too little time is left for a call to the vendor
   * @throws DeadLetterException when neither waiting nor asking again helps
   */
  // Whatever fails at its last delivery is not asked for again.
  @SuppressWarnings("CatchGeneral")
  Outcome take(Delivery<TranslateWork> delivery, BooleanSupplier late) {
    TranslateWork work = delivery.work();
    try {
      translate(work, late);
      return Outcome.DONE;
    } catch (TranslationFailure failure) {
      failure.kind().count(metrics);
      LOG.warn("{} is not translated: {}", work.key(), failure.getMessage());
      return outcome(failure, delivery);
    } catch (RuntimeException e) {
      if (delivery.last()) {
        giveUp(work);
      }
      throw e;
    }
  }

  private void translate(TranslateWork work, BooleanSupplier late) {
    if (late.getAsBoolean()) {
      throw new TranslationFailure(Kind.NO_TIME, "The function has to end");
    }
    switch (work) {
      case TranslateMenu menu -> translate(menu);
      case TranslateNotice notice -> LOG.info("{} {}", notice.key(), notices.translate(notice));
    }
  }

  private void translate(TranslateMenu menu) {
    if (failed.rests(menu, clock.instant())) {
      LOG.info("{} was given up not long ago", menu.key());
      return;
    }
    LOG.info("{} {} meals", menu.key(), menus.translate(menu));
  }

  private Outcome outcome(TranslationFailure failure, Delivery<TranslateWork> delivery) {
    return switch (failure.kind().remedy()) {
      case WAIT -> delivery.last() ? Outcome.DONE : new Outcome.Wait(failure.kind().pause());
      case CATCH_UP -> Outcome.DONE;
      case FEW_CATCH_UPS -> {
        if (failed.unreadable(delivery.work()) >= MOST_UNREADABLE) {
          throw refused(failure, delivery.work());
        }
        yield Outcome.DONE;
      }
      case NONE -> throw refused(failure, delivery.work());
    };
  }

  private DeadLetterException refused(TranslationFailure failure, TranslateWork work) {
    giveUp(work);
    return new DeadLetterException(failure.getMessage());
  }

  // Else the catch-up would add another dead letter each hour.
  private void giveUp(TranslateWork work) {
    try {
      switch (work) {
        case TranslateMenu menu -> failed.rest(menu, clock.instant().plus(REST));
        case TranslateNotice notice -> notices.giveUp(notice);
      }
    } catch (SdkException e) {
      LOG.warn("{} will be asked for again: {}", work.key(), e.getMessage());
    }
  }
}
