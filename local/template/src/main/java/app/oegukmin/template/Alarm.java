package app.oegukmin.template;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An alarm on one metric.
 *
 * @param dimensions the metric's, by name
 * @param periods how many periods are looked at, the newest first
 * @param breachesNeeded how many of them must breach for the alarm to ring
 * @param threshold a period breaches above it
 */
public record Alarm(
    String logicalId,
    String namespace,
    String metric,
    Map<String, String> dimensions,
    Statistic statistic,
    Duration period,
    int periods,
    int breachesNeeded,
    double threshold,
    MissingData missingData) {

  private static final String ABOVE = "GreaterThanThreshold";
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  static Alarm read(Resource resource) {
    Section alarm =
        resource
            .properties()
            .only(
                "AlarmDescription",
                "Namespace",
                "MetricName",
                "Dimensions",
                "Statistic",
                "Period",
                "EvaluationPeriods",
                "DatapointsToAlarm",
                "Threshold",
                "ComparisonOperator",
                "TreatMissingData",
                "AlarmActions",
                "OKActions");
    if (!alarm.text("ComparisonOperator").equals(ABOVE)) {
      throw new TemplateException(alarm.line(), "only " + ABOVE + " is supported here");
    }
    int periods = alarm.number("EvaluationPeriods").orElse(1);
    return new Alarm(
        resource.logicalId(),
        alarm.text("Namespace"),
        alarm.text("MetricName"),
        dimensions(alarm),
        Statistic.of(alarm.text("Statistic")),
        period(alarm),
        periods,
        alarm.number("DatapointsToAlarm").orElse(periods),
        Double.parseDouble(alarm.text("Threshold")),
        MissingData.of(alarm.optional("TreatMissingData")));
  }

  private static Map<String, String> dimensions(Section alarm) {
    Map<String, String> dimensions = new LinkedHashMap<>();
    alarm.list("Dimensions").forEach(one -> dimensions.put(one.text("Name"), one.text("Value")));
    return dimensions;
  }

  private static Duration period(Section alarm) {
    Duration period = Duration.ofSeconds(alarm.number("Period").orElse(0));
    if (period.compareTo(SHORTEST) < 0 || period.toSecondsPart() != 0) {
      throw new TemplateException(alarm.line(), "Period must be whole minutes, in seconds");
    }
    return period;
  }

  /** What is made of the values of a period. */
  public enum Statistic {
    SUM,
    MAXIMUM;

    static Statistic of(String text) {
      return named(values(), text, "Statistic");
    }
  }

  /** What a period without a value is taken for. */
  public enum MissingData {
    NOT_BREACHING,
    BREACHING;

    // CloudWatch's default, "missing", keeps the state; no alarm of ours wants that.
    static MissingData of(Optional<String> text) {
      return named(values(), text.orElse("missing"), "TreatMissingData");
    }
  }

  private static <E extends Enum<E>> E named(E[] values, String text, String property) {
    return Arrays.stream(values)
        .filter(value -> value.name().replace("_", "").equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(property + " " + text + " is not supported here"));
  }
}
