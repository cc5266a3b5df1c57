package app.oegukmin.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.work.CrawlWork;
import app.oegukmin.shared.work.MenuOrderWork;
import app.oegukmin.shared.work.ReadMenus;
import app.oegukmin.shared.work.StartCrawl;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
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
    assertThat(crawls()).containsExactly(new StartCrawl(ORDERED));
    assertThat(menuOrders()).isEmpty();
  }

  @Test
  void hasTheMenusOfADayRead() {
    assertThat(dispatch.handle(order("menus#2026-11-23"))).isEmpty();
    assertThat(menuOrders()).containsExactly(new ReadMenus(LocalDate.of(2026, 11, 23), ORDERED));
    assertThat(crawls()).isEmpty();
  }

  @Test
  void failsForAnOrderOfSomethingElse() {
    List<String> failures = dispatch.handle(order("faq"));
    assertThat(failures).containsExactly("111");
  }

  private List<CrawlWork> crawls() {
    return dispatch.messages("CrawlQueue", CrawlWork.class);
  }

  private List<MenuOrderWork> menuOrders() {
    return dispatch.messages("MenuOrderQueue", MenuOrderWork.class);
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
