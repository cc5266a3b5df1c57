package app.oegukmin.local.event;

import app.oegukmin.local.function.FunctionError;
import app.oegukmin.local.function.Functions;
import app.oegukmin.local.function.TooManyRequestsException;
import app.oegukmin.local.function.TraceHeader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers every event, and responds as the test says. */
public final class FakeFunctions implements Functions {

  /** What a function does with an event. */
  @FunctionalInterface
  public interface Behaviour {
    String response(JsonNode event) throws FunctionError;
  }

  /** The response of a function that accepts every record. */
  public static final String NOTHING_FAILED = "{\"batchItemFailures\":[]}";

  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final Behaviour behaviour;

  /** Functions that all behave alike. */
  public FakeFunctions(Behaviour behaviour) {
    this.behaviour = behaviour;
  }

  /** Functions that are content with everything. */
  public static FakeFunctions content() {
    return new FakeFunctions(event -> NOTHING_FAILED);
  }

  /** What a function throws when a test wants it to. */
  public static FunctionError error() {
    return new FunctionError("java.lang.IllegalStateException", "as the test wants");
  }

  /** What Lambda says when too many executions run. */
  public static TooManyRequestsException throttle() {
    return new TooManyRequestsException("ConcurrentInvocationLimitExceeded");
  }

  /** The response of a function that failed on some records. */
  public static String failed(String... identifiers) {
    var failures =
        List.of(identifiers).stream().map("{\"itemIdentifier\":\"%s\"}"::formatted).toList();
    return "{\"batchItemFailures\":" + failures + "}";
  }

  @Override
  public byte[] invoke(String logicalId, byte[] event, TraceHeader trace) throws FunctionError {
    JsonNode json = parse(event);
    events.add(json);
    return behaviour.response(json).getBytes(StandardCharsets.UTF_8);
  }

  /** All events, in the order in which they came. */
  public List<JsonNode> events() {
    return events;
  }

  /** The records of all events, in the order in which they came. */
  public List<JsonNode> records() {
    return events.stream().flatMap(event -> event.path("Records").valueStream()).toList();
  }

  /** The bodies of all SQS messages that came. */
  public List<String> bodies() {
    return records().stream().map(record -> record.path("body").textValue()).toList();
  }

  private static JsonNode parse(byte[] event) {
    try {
      return new JsonMapper().readTree(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
