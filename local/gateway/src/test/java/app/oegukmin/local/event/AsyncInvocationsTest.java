package app.oegukmin.local.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AsyncInvocationsTest {

  private static final byte[] EVENT = "{\"n\":1}".getBytes(StandardCharsets.UTF_8);
  private static final List<Duration> AT_ONCE = List.of(Duration.ZERO, Duration.ZERO);

  private final AtomicInteger failures = new AtomicInteger();

  private final FakeFunctions functions =
      new FakeFunctions(
          event -> {
            if (failures.getAndDecrement() > 0) {
              throw FakeFunctions.error();
            }
            return "";
          });

  @Test
  void invokesOnceWhenThatSucceeds() {
    try (var invocations = new AsyncInvocations(functions, AT_ONCE)) {
      invocations.invoke("Function", EVENT);
    }

    assertThat(functions.events()).hasSize(1);
  }

  @Test
  void triesTheSameEventAgainAfterAnError() {
    failures.set(2);

    try (var invocations = new AsyncInvocations(functions, AT_ONCE)) {
      invocations.invoke("Function", EVENT);
      Await.until(() -> assertThat(functions.events()).hasSize(3));
    }

    assertThat(functions.events()).allMatch(event -> event.path("n").intValue() == 1);
  }

  @Test
  void triesAgainAfterAThrottleThoughNoRetryIsLeft() {
    AtomicInteger throttles = new AtomicInteger(1);
    FakeFunctions busy =
        new FakeFunctions(
            event -> {
              if (throttles.getAndDecrement() > 0) {
                throw FakeFunctions.throttle();
              }
              return "";
            });

    try (var invocations = new AsyncInvocations(busy, List.of())) {
      invocations.invoke("Function", EVENT);
      Await.until(() -> assertThat(busy.events()).hasSize(2));
    }
  }

  @Test
  void givesUpAfterTheLastRetry() {
    failures.set(100);

    try (var invocations = new AsyncInvocations(functions, AT_ONCE)) {
      invocations.invoke("Function", EVENT);
      Await.until(() -> assertThat(functions.events()).hasSize(3));
    }

    assertThat(functions.events()).hasSize(3);
  }

  @Test
  void dropsARetryThatWaitsWhenItCloses() {
    failures.set(100);

    try (var invocations = new AsyncInvocations(functions, AsyncInvocations.RETRIES)) {
      invocations.invoke("Function", EVENT);
      Await.until(() -> assertThat(functions.events()).hasSize(1));
    }

    assertThat(functions.events()).hasSize(1);
  }
}
