package app.oegukmin.watch;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.local.metric.AlarmState;
import app.oegukmin.local.metric.Metric;
import app.oegukmin.local.metric.MetricLines;
import app.oegukmin.local.metric.MetricStore;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.metric.Trouble;
import app.oegukmin.template.Alarm;
import app.oegukmin.template.Alarm.MissingData;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.Template;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each alarm rings above its threshold and not at it, over what is really published. */
@DisplayName("F-8, F-9, F-20, F-21, F-32, F-36: each alarm of the template rings")
class AlarmsRingTest {

  private static final Instant NOW = Instant.parse("2026-11-20T03:04:00Z");

  private final MetricStore store = new MetricStore();
  private final AlarmState state = new AlarmState(store);

  static Stream<Alarm> alarms() throws IOException {
    Path file = Path.of(System.getProperty("project.root"), "template.yaml");
    LocalNames names = new LocalNames("", URI.create("http://sqs.invalid"));
    Map<String, String> strict = Map.of("Local", "true", "SignInMode", "strict");
    return Template.read(file, strict, names).alarms().stream();
  }

  @ParameterizedTest
  @MethodSource("alarms")
  void f36_ringsAboveItsThresholdAndNotAtIt(Alarm alarm) {
    assertThat(state.rings(alarm, NOW)).isEqualTo(alarm.missingData() == MissingData.BREACHING);
    inEachPeriod(alarm, alarm.threshold());
    assertThat(state.rings(alarm, NOW)).as("at its threshold").isFalse();
    inEachPeriod(alarm, alarm.threshold() + 1);
    assertThat(state.rings(alarm, NOW)).as("above its threshold").isTrue();
    assertThat(state.rings(alarm, NOW.plus(alarm.period().multipliedBy(alarm.periods()))))
        .as("once it is over")
        .isEqualTo(alarm.missingData() == MissingData.BREACHING);
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void f36_whatAFunctionTellsRings(Trouble trouble) throws IOException {
    Alarm alarm =
        alarms().filter(one -> one.dimensions().containsValue(trouble.kind())).toList().getFirst();
    for (int period = 0; period < alarm.periods(); period++) {
      tell(trouble, NOW.minus(alarm.period().multipliedBy(period)), (long) alarm.threshold() + 1);
    }
    assertThat(state.rings(alarm, NOW)).isTrue();
  }

  private void inEachPeriod(Alarm alarm, double value) {
    Metric metric = new Metric(alarm.namespace(), alarm.metric(), alarm.dimensions());
    for (int period = 0; period < alarm.periods(); period++) {
      store.put(metric, NOW.minus(alarm.period().multipliedBy(period)), value);
    }
  }

  private void tell(Trouble trouble, Instant at, long count) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream lines = new PrintStream(out, true, StandardCharsets.UTF_8);
    Metrics metrics = new Metrics("any", Clock.fixed(at, ZoneOffset.UTC), lines);
    metrics.tell(trouble, count);
    new MetricLines(store).read(out.toString(StandardCharsets.UTF_8));
  }
}
