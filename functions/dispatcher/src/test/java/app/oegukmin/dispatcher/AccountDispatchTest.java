package app.oegukmin.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.work.RemovalWork;
import app.oegukmin.shared.work.RemoveMember;
import app.oegukmin.shared.work.TranslateWork;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class AccountDispatchTest {

  @RegisterExtension static final Stack STACK = Stack.of("TranslateQueue", "RemovalQueue");

  private static final RemoveMember REMOVAL =
      new RemoveMember(
          "Zk3pQ9rT1xYw7LmN5vB2cD8eF4g1", "pV8dQ2mX7rK1sT4wY9zBcA", "2026-11-20T09:00:00");

  private final Dispatch dispatch = Dispatch.of(STACK, Clock.systemUTC());

  @BeforeEach
  void clear() {
    STACK.clear();
  }

  @Test
  void hasADeletedAccountRemoved() {
    assertThat(dispatch.handle(recorded())).isEmpty();
    assertThat(removals()).containsExactly(REMOVAL);
    assertThat(dispatch.messages("TranslateQueue", TranslateWork.class)).isEmpty();
  }

  @Test
  void overlooksEveryOtherChangeOfAnAccount() {
    ObjectNode event = recorded();
    ((ObjectNode) event.at("/Records/0/dynamodb/NewImage")).remove("deletedDate");
    assertThat(dispatch.handle(event)).isEmpty();
    ((ObjectNode) event.at("/Records/0/dynamodb")).remove("NewImage");
    assertThat(dispatch.handle(event)).isEmpty();
    assertThat(removals()).isEmpty();
  }

  @Test
  @DisplayName("An item that was deleted is no account, although it has a deletedDate")
  void removesNobodyForARecordOfAnotherTable() {
    String foreign = recorded().toString().replace("UserTable", "VoteTable");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> dispatch.handle(Json.MAPPER.readTree(foreign)))
        .withMessageContaining("VoteTable");
    assertThat(removals()).isEmpty();
  }

  @Test
  void failsWhenTheQueueIsGone() {
    String gone = STACK.queue("RemovalQueue") + "-gone";
    assertThat(dispatch.with("REMOVAL_QUEUE_URL", gone).handle(recorded())).hasSize(1);
  }

  private ObjectNode recorded() {
    return dispatch.recorded("dispatcher-accounts");
  }

  private List<RemovalWork> removals() {
    return dispatch.messages("RemovalQueue", RemovalWork.class);
  }
}
