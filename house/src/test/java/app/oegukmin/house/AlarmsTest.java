package app.oegukmin.house;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.template.Alarm;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each alarm on a metric of our own watches one that is emitted, with just those dimensions. */
class AlarmsTest {

  /** Ten are free, each other costs 0.10 USD a month; metric math bills each metric as well. */
  private static final int MOST = 30;

  /** {@code BROKEN_BOARD("BrokenBoard")} */
  private static final Pattern KIND = Pattern.compile("(?m)^  ([A-Z_]+)\\(\"(\\w+)\"\\)[,;]$");

  private static List<Alarm> alarms;

  @BeforeAll
  static void read() throws IOException {
    alarms = Repository.template().alarms();
  }

  @Test
  void thereAreFewEnough() {
    assertThat(alarms).hasSizeBetween(15, MOST);
  }

  @Test
  void everyMetricOfAServiceIsEmittedByIt() {
    assertThat(ours("Service")).isNotEmpty();
    for (Alarm alarm : ours("Service")) {
      String service = alarm.dimensions().get("Service");
      assertThat(sources("/functions/" + service + "/src/main/"))
          .as(alarm.logicalId())
          .contains("new Metrics(\"" + service + "\"", '"' + alarm.metric() + '"');
    }
  }

  @Test
  void everyKindOfTroubleIsToldAndHasOneAlarm() {
    String main = sources("/src/main/");
    List<MatchResult> kinds =
        KIND.matcher(sources("/shared/metric/Trouble.java")).results().toList();
    assertThat(kinds).hasSizeGreaterThan(1);
    for (MatchResult kind : kinds) {
      assertThat(main).contains("Trouble." + kind.group(1));
    }
    assertThat(ours("Kind"))
        .allSatisfy(alarm -> assertThat(alarm.metric()).isEqualTo("Trouble"))
        .extracting(alarm -> alarm.dimensions().get("Kind"))
        .containsExactlyInAnyOrderElementsOf(kinds.stream().map(kind -> kind.group(2)).toList());
  }

  @Test
  void everyAlarmOfOursHasOneOfTheTwoDimensions() {
    long ours = alarms.stream().filter(alarm -> alarm.namespace().equals("Oegukmin")).count();
    assertThat(ours("Service").size() + ours("Kind").size()).isEqualTo((int) ours);
  }

  private static List<Alarm> ours(String dimension) {
    return alarms.stream()
        .filter(alarm -> alarm.namespace().equals("Oegukmin"))
        .filter(alarm -> alarm.dimensions().keySet().equals(Set.of(dimension)))
        .toList();
  }

  private static String sources(String part) {
    StringBuilder text = new StringBuilder();
    Repository.sources().stream()
        .filter(file -> file.toString().contains(part))
        .forEach(file -> text.append(Repository.read(file)));
    return text.toString();
  }
}
