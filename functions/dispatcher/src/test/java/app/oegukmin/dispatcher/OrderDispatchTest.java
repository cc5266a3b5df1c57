package app.oegukmin.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.order.ReadMenus;
import app.oegukmin.shared.order.StartCrawl;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrderDispatchTest {

  @RegisterExtension static final Stack STACK = Stack.of("CrawlQueue", "MenuOrderQueue");

  private static final Instant ORDERED = Instant.ofEpochMilli(1795510800000L);

  private final Dispatch dispatch = Dispatch.of(STACK, Clock.systemUTC());

  @BeforeEach
  void clear() {
    STACK.clear();
  }

  @Test
  void hasTheNoticesCrawled() {
    assertThat(dispatch.handle(dispatch.recorded("dispatcher-orders"))).isEmpty();
    assertThat(dispatch.messages("CrawlQueue"))
        .map(StartCrawl::parse)
        .singleElement()
        .satisfies(order -> assertThat(order).contains(new StartCrawl(ORDERED)));
    assertThat(dispatch.messages("MenuOrderQueue")).isEmpty();
  }

  @Test
  void hasTheMenusOfADayRead() {
    assertThat(dispatch.handle(order("menus#2026-11-23"))).isEmpty();
    assertThat(dispatch.messages("MenuOrderQueue"))
        .map(ReadMenus::parse)
        .containsExactly(new ReadMenus(LocalDate.of(2026, 11, 23), ORDERED));
    assertThat(dispatch.messages("CrawlQueue")).isEmpty();
  }

  @Test
  void failsForAnOrderOfSomethingElse() {
    List<String> failures = dispatch.handle(order("faq"));
    assertThat(failures).containsExactly("111");
  }

  private JsonNode order(String work) {
    String recorded = dispatch.recorded("dispatcher-orders").toString();
    try {
      return Json.MAPPER.readTree(recorded.replace("\"notices\"", '"' + work + '"'));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
