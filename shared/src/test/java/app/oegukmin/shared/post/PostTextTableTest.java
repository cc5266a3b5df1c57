package app.oegukmin.shared.post;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class PostTextTableTest {

  @RegisterExtension static final Stack STACK = Stack.of("PostTextTable");

  private static final String QUESTION = PostKind.QUESTION.key(7);
  private static final String ANSWER = PostKind.ANSWER.key(9);

  private PostTextTable texts;

  @BeforeEach
  void store() {
    STACK.clear();
    texts = new PostTextTable(STACK.dynamodb(), STACK.table("PostTextTable"));
    write(transaction -> texts.put(transaction, QUESTION, "비자"));
    write(transaction -> texts.put(transaction, ANSWER, "답"));
  }

  @Test
  void findsTheTextsThatThereAre() {
    BatchRead batch = new BatchRead(STACK.dynamodb());
    texts.ask(batch, List.of(QUESTION, ANSWER, PostKind.HELP.key(7)));

    assertThat(texts.in(batch.read())).isEqualTo(Map.of(QUESTION, "비자", ANSWER, "답"));
  }

  @Test
  void replacesAndDeletes() {
    write(transaction -> texts.put(transaction, QUESTION, "어학"));
    write(transaction -> texts.delete(transaction, ANSWER));
    write(transaction -> texts.delete(transaction, ANSWER));

    assertThat(Items.all(STACK, "PostTextTable"))
        .containsExactly(Items.item(Map.of("key", "question#7", "text", "어학")));
  }

  private static void write(Consumer<Transaction> action) {
    Transaction transaction = new Transaction(STACK.dynamodb());
    action.accept(transaction);
    assertThat(transaction.write()).isEmpty();
  }
}
