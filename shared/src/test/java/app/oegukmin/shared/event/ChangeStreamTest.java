package app.oegukmin.shared.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.oegukmin.shared.env.Environment;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

class ChangeStreamTest {

  private static final Environment ENVIRONMENT =
      new Environment(Map.of("MENU_TABLE", "dev-MenuTable-1A", "USER_TABLE", "dev-UserTable-2B"));

  private final List<String> seen = new ArrayList<>();
  private final ChangeStream changes = ChangeStream.of(ENVIRONMENT);

  @Test
  void stopsAtTheFirstFailureSoThatOrderIsKept() {
    changes.on("MENU_TABLE", this::see);
    assertThat(handle(menu("a"), menu("b"), menu("c"))).containsExactly("b");
    assertThat(seen).containsExactly("a", "b");
  }

  @Test
  void answersAnEmptyListWhenAllIsDone() {
    changes.on("MENU_TABLE", this::see);
    assertThat(handle(menu("a"), menu("c"))).isEmpty();
    assertThat(handle()).isEmpty();
  }

  @Test
  void givesABatchToTheHandlerOfItsTable() {
    changes
        .onBatch("MENU_TABLE", batch -> seen.add("menus " + batch.changes().size()))
        .onBatch("USER_TABLE", batch -> seen.add("users " + batch.changes().size()));
    handle(menu("a"), menu("c"));
    handle(change("arn:aws:dynamodb:ap-northeast-2:1:table/dev-UserTable-2B/stream/x", "a"));
    assertThat(seen).containsExactly("menus 2", "users 1");
  }

  @Test
  void aBatchThatFailsAsAWholeComesAgainAsAWhole() {
    changes.onBatch(
        "MENU_TABLE",
        batch -> {
          batch.each(this::see);
          throw new IllegalStateException("no cache");
        });
    assertThatIllegalStateException().isThrownBy(() -> handle(menu("a"), menu("c")));
    assertThat(seen).containsExactly("a", "c");
  }

  @Test
  @DisplayName("Keys like those of a known table do not make an unknown one known")
  void refusesATableThatNothingHandles() {
    changes.on("MENU_TABLE", this::see);
    String questions = "arn:aws:dynamodb:ap-northeast-2:1:table/dev-QuestionTable-3C/stream/x";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> handle(menu("a"), change(questions, "a")))
        .withMessageContaining("dev-QuestionTable-3C");
    assertThat(seen).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "arn:aws:sqs:ap-northeast-2:1:dev-MenuTable-1A",
        "arn:aws:dynamodb:ap-northeast-2:1:table/dev-MenuTable-1A",
        "table/dev-MenuTable-1A/stream/x"
      })
  void refusesWhatIsNoStream(String arn) {
    changes.on("MENU_TABLE", this::see);
    assertThatIllegalArgumentException().isThrownBy(() -> handle(change(arn, "a")));
    assertThatIllegalArgumentException().isThrownBy(() -> handle(change(null, "a")));
  }

  @Test
  void readsKeysAndImagesThroughASchema() {
    List<Optional<String>> read = new ArrayList<>();
    changes.on(
        "MENU_TABLE",
        change ->
            read.addAll(
                List.of(
                    Optional.of(change.key(CORNER).name()),
                    change.before(CORNER).map(Corner::name),
                    change.after(CORNER).map(Corner::name))));
    DynamodbStreamRecord removed = menu("a");
    removed.getDynamodb().setKeys(Map.of("name", new AttributeValue().withS("K-Bob")));
    removed.getDynamodb().setOldImage(Map.of("name", new AttributeValue().withS("Gone")));
    assertThat(handle(removed)).isEmpty();
    assertThat(read).containsExactly(Optional.of("K-Bob"), Optional.of("Gone"), Optional.empty());
  }

  private record Corner(String name) {}

  private static final TableSchema<Corner> CORNER =
      StaticImmutableTableSchema.builder(Corner.class, String[].class)
          .newItemBuilder(() -> new String[1], values -> new Corner(values[0]))
          .addAttribute(
              String.class,
              name -> name.name("name").getter(Corner::name).setter((to, value) -> to[0] = value))
          .build();

  private void see(Change change) {
    seen.add(change.sequenceNumber());
    if (change.sequenceNumber().equals("b")) {
      throw new IllegalStateException("b is bad");
    }
  }

  private List<String> handle(DynamodbStreamRecord... records) {
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(Stream.of(records).toList());
    return changes.handle(event).getBatchItemFailures().stream()
        .map(StreamsEventResponse.BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private static DynamodbStreamRecord menu(String sequenceNumber) {
    return change(
        "arn:aws:dynamodb:ap-northeast-2:123456789012:table/dev-MenuTable-1A/stream/2026-11-20",
        sequenceNumber);
  }

  private static DynamodbStreamRecord change(String arn, String sequenceNumber) {
    DynamodbStreamRecord record = new DynamodbStreamRecord();
    record.setEventSourceARN(arn);
    record.setDynamodb(new StreamRecord().withSequenceNumber(sequenceNumber));
    return record;
  }
}
