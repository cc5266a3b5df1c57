package app.oegukmin.local.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.local.function.FunctionError;
import app.oegukmin.local.function.Functions;
import app.oegukmin.local.function.RecursiveInvocationException;
import app.oegukmin.local.metric.Metric;
import app.oegukmin.local.metric.MetricStore;
import app.oegukmin.local.metric.Point;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MeasuredFunctionsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");

  private final MetricStore store = new MetricStore();

  @Test
  void countsErrorsByTheFunctionsPhysicalName() throws Exception {
    measured((id, event, trace) -> event).invoke("Reader", bytes("{}"));
    Functions failing =
        measured(
            (id, event, trace) -> {
              throw new FunctionError("java.lang.IllegalStateException", "no");
            });
    assertThatThrownBy(() -> failing.invoke("Reader", bytes("{}")))
        .isInstanceOf(FunctionError.class);

    assertThat(points("AWS/Lambda", "Errors", "FunctionName", "dev-Reader"))
        .singleElement()
        .satisfies(point -> assertThat(point.sum()).isOne())
        .satisfies(point -> assertThat(point.count()).isEqualTo(2));
  }

  @Test
  @DisplayName("F-20: a chain of invocations that is dropped is counted")
  void f20_countsDroppedChains() {
    Functions looping =
        measured(
            (id, event, trace) -> {
              throw new RecursiveInvocationException(id);
            });
    assertThatThrownBy(() -> looping.invoke("Reader", bytes("{}")))
        .isInstanceOf(RecursiveInvocationException.class);

    assertThat(points("AWS/Lambda", "RecursiveInvocationsDropped", "FunctionName", "dev-Reader"))
        .hasSize(1);
  }

  @Test
  @DisplayName("F-36: what is delivered has an age")
  void f36_knowsHowOldWorkIs() throws Exception {
    Functions functions =
        new AgedDeliveries(
            (id, event, trace) -> event,
            id -> "dev-" + id,
            store,
            Clock.fixed(NOW, ZoneOffset.UTC));
    functions.invoke(
        "Reader",
        bytes(
            """
            {"Records": [{"eventSource": "aws:sqs", "attributes": {"SentTimestamp": "%d"},
              "eventSourceARN": "arn:aws:sqs:ap-northeast-2:000000000000:dev-Work"}]}
            """
                .formatted(NOW.minusSeconds(90).toEpochMilli())));
    functions.invoke(
        "Reader",
        bytes(
            """
            {"Records": [{"eventSource": "aws:dynamodb",
              "dynamodb": {"ApproximateCreationDateTime": %d}}]}
            """
                .formatted(NOW.minusSeconds(60).getEpochSecond())));

    assertThat(points("AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", "dev-Work"))
        .extracting(Point::maximum)
        .containsExactly(90.0);
    assertThat(points("AWS/Lambda", "IteratorAge", "FunctionName", "dev-Reader"))
        .extracting(Point::maximum)
        .containsExactly(60_000.0);
  }

  private Functions measured(Functions functions) {
    return new MeasuredFunctions(
        functions, id -> "dev-" + id, store, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private List<Point> points(String namespace, String metric, String dimension, String name) {
    return store.points(
        new Metric(namespace, metric, Map.of(dimension, name)),
        NOW.minusSeconds(1),
        NOW.plusSeconds(1),
        Duration.ofMinutes(1));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
