package app.oegukmin.local.run;

import app.oegukmin.template.LambdaFunction;
import app.oegukmin.template.Template;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How many characters this month has sent to the translator, as the translator counts them.
 *
 * @param table physical name of the template's TranslationTable
 * @param cap how many it may send, 0 for any number
 */
record MonthlyCharacters(DynamoDbClient dynamodb, String table, long cap, Clock clock) {

  /** Those of a template's TranslatorFunction. */
  static MonthlyCharacters of(Template template, DynamoDbClient dynamodb, Clock clock) {
    Map<String, String> variables =
        template.functions().stream()
            .filter(function -> function.logicalId().equals("TranslatorFunction"))
            .map(LambdaFunction::environment)
            .findAny()
            .orElseThrow();
    return new MonthlyCharacters(
        dynamodb,
        variables.get("TRANSLATION_TABLE"),
        Long.parseLong(variables.get("MONTHLY_CHARACTERS")),
        clock);
  }

  /** The number so far; a month is one in UTC. */
  long used() {
    YearMonth month = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
    Map<String, AttributeValue> key = Map.of("key", AttributeValue.fromS("month#" + month));
    Map<String, AttributeValue> item =
        dynamodb.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
    return Optional.ofNullable(item.get("characters")).map(n -> Long.parseLong(n.n())).orElse(0L);
  }

  /** The number so far and the cap, for people. */
  String text() {
    return "Characters this month: " + used() + (cap > 0 ? " of " + cap : "");
  }
}
