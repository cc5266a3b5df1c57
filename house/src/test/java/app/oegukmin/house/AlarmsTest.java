package app.oegukmin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each alarm on a metric of our own watches one that is emitted, with just those dimensions. */
class AlarmsTest {

  private static final String TEMPLATE = Repository.read(Repository.ROOT.resolve("template.yaml"));

  // Every metric is emitted with Service alone, and by Kind where it has one too (MetricsTest).
  private static final Pattern ALARM =
      Pattern.compile(
          """
          Namespace: Oegukmin
           +MetricName: (\\w+)
           +Dimensions: \\[\\{Name: Service, Value: (\\w+)}(?:, \\{Name: Kind, Value: (\\w+)})?]
          """);

  @Test
  void everyAlarmNamesTheDimensionThatEveryMetricHas() {
    assertThat(alarms())
        .hasSize(TEMPLATE.split("Namespace: Oegukmin\n", -1).length - 1)
        .hasSizeGreaterThan(2);
  }

  @Test
  void everyMetricIsEmittedByTheServiceThatTheAlarmNames() {
    for (MatchResult alarm : alarms()) {
      String metric = alarm.group(1);
      String service = alarm.group(2);
      String function = sources("/functions/" + service + "/src/main/");
      assertThat(function).as(metric).contains("new Metrics(\"" + service + "\"");
      assertThat(function + sources("/shared/src/main/")).as(metric).contains('"' + metric + '"');
      if (alarm.group(3) != null) {
        assertThat(function).as(metric).contains("by(\"Kind\"", '"' + alarm.group(3) + '"');
      }
    }
  }

  private static List<MatchResult> alarms() {
    return ALARM.matcher(TEMPLATE).results().toList();
  }

  private static String sources(String folder) {
    StringBuilder text = new StringBuilder();
    Repository.sources().stream()
        .filter(file -> file.toString().contains(folder))
        .forEach(file -> text.append(Repository.read(file)));
    return text.toString();
  }
}
