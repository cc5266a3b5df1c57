package app.oegukmin.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.device.Device;
import app.oegukmin.shared.device.DeviceTable;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.testkit.Accounts;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("process")
class DeviceTest {

  @RegisterExtension static final Stack STACK = Stack.of("UserTable", "DeviceTable");

  private final FakeClock clock = new FakeClock(Instant.parse("2056-11-22T01:02:03Z"));
  private final ChatHandler chat = new ChatHandler(STACK.environment("ChatFunction"), clock);
  private final DeviceTable table =
      new DeviceTable(STACK.dynamodb(), STACK.table("DeviceTable"), clock);

  @BeforeEach
  void begin() {
    STACK.clear();
    Accounts.join(STACK, "anna", "bori");
  }

  private ChatDesk.Response call(String event, String uid, String body) {
    ObjectNode call = ChatDesk.recorded(event).put("body", body);
    call.withObject("/requestContext/authorizer").put("userId", uid);
    return ChatDesk.call(chat, call);
  }

  private ChatDesk.Response register(String uid, String token) {
    String body = Json.MAPPER.valueToTree(Map.of("token", token)).toString();
    clock.advance(Duration.ofMillis(1));
    return call("chat-register", uid, body);
  }

  private List<String> of(String uid) {
    return table.of(MemberKey.of(uid)).stream().map(Device::token).toList();
  }

  @Test
  void registersAndRemoves() {
    String body = "{\"token\":\"a:b\",\"language\":\"zh\",\"showText\":true}";
    assertThat(call("chat-register", "anna", body).status()).isEqualTo(200);
    Device device = table.of(MemberKey.of("anna")).getFirst();
    assertThat(device.language()).isEqualTo(Language.ZH);
    assertThat(device.showText()).isTrue();
    assertThat(device.family()).contains("0f6f0e3f-7b61-4c6e-9a41-93e8a1b2c3d4");
    assertThat(call("chat-unregister", "bori", body).status()).isEqualTo(200);
    assertThat(of("anna")).as("nobody removes another's").containsExactly("a:b");
    assertThat(call("chat-unregister", "anna", body).status()).isEqualTo(200);
    assertThat(of("anna")).isEmpty();
  }

  @Test
  void showsNoTextUnlessAskedAndSpeaksKoreanUnlessTold() {
    register("anna", "a");
    Device device = table.of(MemberKey.of("anna")).getFirst();
    assertThat(device.showText()).isFalse();
    assertThat(device.language()).isEqualTo(Language.KO);
  }

  @Test
  void keepsTheTenNewest() {
    IntStream.range(0, 12).forEach(i -> register("anna", "t" + i));
    assertThat(of("anna")).hasSize(10).doesNotContain("t0", "t1").contains("t2", "t11");
  }

  @Test
  void refusesWhoHasLeft() {
    assertThat(register("gone", "a").status()).isEqualTo(400);
    assertThat(of("gone")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "{\"token\":null}",
        "{\"token\":\"\"}",
        "{\"token\":7}",
        "{\"token\":[\"a\"]}",
        "{\"token\":\"a b\"}",
        "{\"token\":\"a\\n\"}",
        "{\"token\":\"토큰\"}",
        "{\"token\":\"a\",\"language\":\"FR\"}",
        "{\"token\":\"a\",\"language\":{}}",
        "{\"token\":\"a\",\"showText\":\"yes\"}",
        "{\"token\":\"a\",\"showText\":1}"
      })
  void refusesWhatIsNotRight(String body) {
    assertThat(call("chat-register", "anna", body).status()).isEqualTo(400);
    assertThat(of("anna")).isEmpty();
  }

  @Test
  void refusesTooLongATokenAndQuotesNone() {
    assertThat(register("anna", "a".repeat(1024)).status()).isEqualTo(200);
    ChatDesk.Response refused = register("anna", "b".repeat(1025));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().toString()).doesNotContain("bbb");
  }

  @Test
  void twoWhoRegisterOneTokenAtOnceAreOneOwner() throws Exception {
    List<String> uids = List.of("anna", "bori");
    List<Callable<Integer>> calls =
        IntStream.range(0, 8)
            .<Callable<Integer>>mapToObj(i -> () -> register(uids.get(i % 2), "a").status())
            .toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> status : threads.invokeAll(calls)) {
        assertThat(status.get()).isEqualTo(200);
      }
    }
    assertThat(of("anna").size() + of("bori").size()).isEqualTo(1);
  }
}
