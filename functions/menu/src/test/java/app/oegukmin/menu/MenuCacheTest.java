package app.oegukmin.menu;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.menu.Meal;
import app.oegukmin.shared.menu.MenuTable;
import app.oegukmin.shared.valkey.Generation;
import app.oegukmin.shared.valkey.Valkey;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.Jedis;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Tag("process")
class MenuCacheTest {

  @RegisterExtension static final Stack STACK = Stack.of("MenuTable").withValkey();

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-22T15:00:00Z"));
  private final List<String> queries = new ArrayList<>();
  private Valkey valkey;
  private long seen;
  private MenuTable table;
  private MenuService menus;

  @BeforeEach
  void open() {
    STACK.clear();
    valkey = new Valkey(STACK.valkeyEndpoint(), false, clock);
    table = new MenuTable(counted(), STACK.table("MenuTable"));
    menus = new MenuService(table, Optional.of(new MenuCache(valkey, clock)));
    valkey.ask(Jedis::ping);
    serve(MONDAY, "라면");
  }

  @AfterEach
  void close() {
    valkey.close();
  }

  @Test
  void anUncachedDayIsThreeRoundTripsToValkeyAndOneToTheTable() {
    assertThat(text(MONDAY)).isEqualTo("라면");
    assertThat(valkeyCalls()).isEqualTo(3);
    assertThat(queries).hasSize(1);
  }

  @Test
  void aCachedDayIsOneRoundTripToValkeyAndNoneToTheTable() {
    text(MONDAY);
    valkeyCalls();
    queries.clear();
    assertThat(text(MONDAY)).isEqualTo("라면");
    assertThat(valkeyCalls()).isEqualTo(1);
    assertThat(queries).isEmpty();
  }

  @Test
  void aRaisedGenerationForgetsEveryDay() {
    text(MONDAY);
    serve(MONDAY, "국밥");
    assertThat(text(MONDAY)).isEqualTo("라면");
    new Generation(valkey, MenuTable.CACHE).raise();
    assertThat(text(MONDAY)).isEqualTo("국밥");
  }

  @Test
  void aClosedDayIsCachedToo() {
    menus.daily("2026-11-29", "KO");
    queries.clear();
    assertThat(menus.daily("2026-11-29", "KO").cafeterias()).isEmpty();
    assertThat(queries).isEmpty();
  }

  @Test
  void daysThatNobodyNeedsDoNotFillTheCache() {
    serve(MONDAY.plusDays(15), "국밥");
    valkeyCalls();
    assertThat(text(MONDAY.plusDays(15))).isEqualTo("국밥");
    assertThat(valkeyCalls()).isZero();
  }

  @Test
  void aDamagedEntryIsAMiss() {
    text(MONDAY);
    for (String damage : List.of("{", "{}", "null", "7")) {
      STACK.valkey().set("{menu}:entry:KO:2026-11-23", "0 " + damage);
      assertThat(text(MONDAY)).isEqualTo("라면");
    }
  }

  private void serve(LocalDate date, String text) {
    Meal meal = new Meal(date, "학생식당(복지관 1층)", "착한아침", text, "3500");
    table.store(date, Set.of(), List.of(meal));
    queries.clear();
    valkeyCalls();
  }

  private String text(LocalDate date) {
    return menus.daily(date.toString(), "KO").cafeterias().findValue("메뉴").asText();
  }

  /** How many since it was asked last. */
  private long valkeyCalls() {
    long before = seen;
    seen = STACK.valkeyRequests();
    return seen - before - 1;
  }

  private DynamoDbClient counted() {
    return DynamoDbClient.builder()
        .overrideConfiguration(config -> config.addExecutionInterceptor(new Note(queries)))
        .build();
  }

  private record Note(List<String> calls) implements ExecutionInterceptor {
    @Override
    public void beforeTransmission(
        Context.BeforeTransmission context, ExecutionAttributes attributes) {
      calls.add(context.request().getClass().getSimpleName());
    }
  }
}
