package app.oegukmin.local.run;

import app.oegukmin.shared.budget.MonthlyUnits;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.template.LambdaFunction;
import app.oegukmin.template.Template;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * How many characters this month has sent to the translator, as the translator counts them.
 *
 * @param months the items of the template's TranslationTable
 * @param cap how many it may send, 0 for any number
 */
record MonthlyCharacters(DynamoDbTable<MonthlyUnits> months, long cap, Clock clock) {

  /** Those of a template's TranslatorFunction. */
  static MonthlyCharacters of(Template template, DynamoDbClient dynamodb, Clock clock) {
    Map<String, String> variables =
        template.functions().stream()
            .filter(function -> function.logicalId().equals("TranslatorFunction"))
            .map(LambdaFunction::environment)
            .findAny()
            .orElseThrow();
    return new MonthlyCharacters(
        Dynamo.table(
            dynamodb, variables.get("TRANSLATION_TABLE"), MonthlyUnits.schema("characters")),
        Long.parseLong(variables.get("MONTHLY_CHARACTERS")),
        clock);
  }

  /** The number so far; a month is one in UTC. */
  long used() {
    return Reads.find(months, MonthlyUnits.keyAt(clock.instant()))
        .map(MonthlyUnits::units)
        .orElse(0L);
  }

  /** The number so far and the cap, for people. */
  String text() {
    return "Characters this month: " + used() + (cap > 0 ? " of " + cap : "");
  }
}
