package app.oegukmin.house;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.template.EventSource;
import app.oegukmin.template.LambdaFunction;
import app.oegukmin.template.QueueSource;
import app.oegukmin.template.Route;
import app.oegukmin.template.ScheduleSource;
import app.oegukmin.template.StreamSource;
import app.oegukmin.template.Template;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each function has one kind of trigger, and its handler's signature says which. */
class TriggersTest {

  private static final int MOST_READERS = 2;

  // What stands beside a table with a stream, and the line that says that it has one.
  private static final Pattern READERS =
      Pattern.compile("# Read by ([A-Za-z, ]+)\\.\n +StreamSpecification:");
  private static final Pattern TABLE =
      Pattern.compile("(?m)^  (\\w+):\n    Type: AWS::DynamoDB::Table\n((?:    .*\n|\\s*\n)*)");

  private static Template template;

  @BeforeAll
  static void read() throws IOException {
    template = Repository.template();
  }

  @Test
  void aFunctionHasOneKindOfTrigger() {
    for (LambdaFunction function : template.functions()) {
      Set<String> kinds =
          function.events().stream()
              .map(event -> event.getClass().getSimpleName())
              .collect(Collectors.toSet());
      assertThat(kinds).as(function.logicalId()).hasSizeLessThanOrEqualTo(1);
    }
  }

  @Test
  void aHandlersSignatureSaysItsTrigger() {
    for (LambdaFunction function : template.functions()) {
      JavaClass handler = Compiled.MAIN.get(function.code().handler());
      for (EventSource source : function.events()) {
        assertThat(handler.isAssignableTo(type(source))).as(function.logicalId()).isTrue();
        assertThat(takes(handler)).as(function.logicalId()).matches(event(source));
      }
    }
  }

  private static Class<?> type(EventSource source) {
    return source instanceof Route ? RequestStreamHandler.class : RequestHandler.class;
  }

  private static String event(EventSource source) {
    return switch (source) {
      case Route route -> "java\\.io\\.InputStream";
      case QueueSource queue -> ".*\\.events\\.SQSEvent";
      case StreamSource stream -> ".*\\.events\\.DynamodbEvent";
      // Some versions of the runtime's serializer read no records.
      case ScheduleSource schedule -> "java\\.lang\\.Object|java\\.util\\.Map";
    };
  }

  private static String takes(JavaClass handler) {
    return handler.getMethods().stream()
        .filter(method -> method.getName().equals("handleRequest"))
        .map(method -> method.getRawParameterTypes().getFirst().getName())
        // The compiler's bridge takes an Object beside the real type.
        .reduce((one, other) -> one.equals("java.lang.Object") ? other : one)
        .orElseThrow();
  }

  @Test
  void aStreamHasAtMostTwoReadersAndTheyStandBesideIt() {
    Map<String, Set<String>> readers = new TreeMap<>();
    for (LambdaFunction function : template.functions()) {
      for (EventSource source : function.events()) {
        if (source instanceof StreamSource stream) {
          readers
              .computeIfAbsent(stream.table(), table -> new TreeSet<>())
              .add(function.logicalId());
        }
      }
    }
    readers.forEach(
        (table, functions) ->
            assertThat(functions).as(table).hasSizeLessThanOrEqualTo(MOST_READERS));
    assertThat(listed()).isNotEmpty().isEqualTo(readers);
  }

  private static Map<String, Set<String>> listed() {
    Map<String, Set<String>> listed = new TreeMap<>();
    TABLE
        .matcher(Repository.read(Repository.ROOT.resolve("template.yaml")))
        .results()
        .forEach(
            table ->
                READERS
                    .matcher(table.group(2))
                    .results()
                    .forEach(
                        readers ->
                            listed.put(
                                table.group(1),
                                new TreeSet<>(Set.of(readers.group(1).split(", | and "))))));
    return listed;
  }
}
