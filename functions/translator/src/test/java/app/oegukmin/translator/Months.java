package app.oegukmin.translator;

import app.oegukmin.shared.budget.MonthlyUnits;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.testkit.Stack;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** What is counted of each month. */
final class Months {

  private Months() {}

  /** The characters of a month, 0 when none is counted. */
  static long used(Stack stack, YearMonth month) {
    var months =
        Dynamo.table(
            stack.dynamodb(), stack.table("TranslationTable"), MonthlyUnits.schema("characters"));
    var key = MonthlyUnits.keyAt(month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    return Reads.find(months, key).map(MonthlyUnits::units).orElse(0L);
  }
}
