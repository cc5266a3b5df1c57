package app.oegukmin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.oegukmin.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Several stacks in one JVM. */
@Tag("process")
class StacksTest {

  @RegisterExtension static final Stack ONE = Stack.of("UserTable");

  @RegisterExtension static final Stack OTHER = Stack.of("UserTable");

  @Test
  void doNotSeeEachOther() {
    var user = Map.of("key", AttributeValue.fromS("user"));
    ONE.dynamodb().putItem(request -> request.tableName(ONE.table("UserTable")).item(user));

    assertThat(OTHER.dynamodb().scan(r -> r.tableName(OTHER.table("UserTable"))).items()).isEmpty();
  }

  @Test
  void shareTheirEngines() {
    assertThat(ONE.dynamodb()).isSameAs(OTHER.dynamodb());
  }

  @Test
  void leaveOutTheCacheOfFunctionsUnlessAsked() {
    assertThat(ONE.environment("NoticeFunction")).containsEntry("CACHE_ENDPOINT", "");
  }

  @Test
  void nameWhatTheTemplateDoesNotHave() {
    var template =
        new Template(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Map.of());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Selection(template, Set.of("MissingTable"), false))
        .withMessage("template.yaml has no table, queue or bucket MissingTable, only []");
  }
}
