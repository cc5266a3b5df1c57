package app.oegukmin.house;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.template.EventSource;
import app.oegukmin.template.LambdaFunction;
import app.oegukmin.template.QueueSource;
import app.oegukmin.template.Route;
import app.oegukmin.template.ScheduleSource;
import app.oegukmin.template.SocketApi.SocketRoute;
import app.oegukmin.template.StreamSource;
import app.oegukmin.template.Template;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** events/ holds one recorded event for each route and trigger, and no other. */
class EventsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Template template;
  private List<Path> open;

  @BeforeEach
  void read() throws IOException {
    template = Repository.template();
    try (var files = Files.list(Repository.ROOT.resolve("events"))) {
      open = new ArrayList<>(files.toList());
    }
  }

  @Test
  void oneForEachTrigger() {
    for (LambdaFunction function : template.functions()) {
      String name = function.logicalId().replaceFirst("Function$", "").toLowerCase(Locale.ROOT);
      for (EventSource source : function.events()) {
        take(name + "-", source.toString(), event -> matches(event, source));
      }
    }
    template.functions().stream()
        .map(LambdaFunction::logicalId)
        .filter(id -> id.endsWith("AuthorizerFunction"))
        .forEach(
            id ->
                take(
                    id.replaceFirst("Function$", "").toLowerCase(Locale.ROOT),
                    id,
                    event -> event.path("type").asText().equals("REQUEST")));
    template.socket().orElseThrow().routes().forEach(this::take);
    template.functions().stream()
        .filter(function -> function.code().handler().endsWith(".PassageHandler"))
        .forEach(function -> take("passage-", function.logicalId(), event -> event.has("query")));
    assertThat(open).as("events that belong to nothing").isEmpty();
  }

  private void take(SocketRoute route) {
    String name = route.function().replaceFirst("Function$", "").toLowerCase(Locale.ROOT);
    take(
        name + "-",
        route.toString(),
        event -> event.at("/requestContext/routeKey").asText().equals(route.key()));
  }

  private void take(String prefix, String trigger, Predicate<JsonNode> wanted) {
    List<Path> found =
        open.stream()
            .filter(file -> file.getFileName().toString().startsWith(prefix))
            .filter(file -> wanted.test(read(file)))
            .toList();
    assertThat(found).as("events/%s* for %s", prefix, trigger).hasSize(1);
    open.removeAll(found);
  }

  private static boolean matches(JsonNode event, EventSource source) {
    String origin = event.at("/Records/0/eventSourceARN").asText();
    return switch (source) {
      case Route route ->
          event.path("resource").asText().equals(route.path())
              && event.path("httpMethod").asText().equals(route.method());
      case QueueSource queue -> origin.endsWith(":" + queue.queue());
      case StreamSource stream -> origin.contains(":table/" + stream.table() + "/");
      case ScheduleSource schedule -> event.equals(parse(schedule.input().orElse("{}")));
    };
  }

  private static JsonNode read(Path file) {
    return parse(Repository.read(file));
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
