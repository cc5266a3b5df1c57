package app.oegukmin.shared.work;

import app.oegukmin.shared.language.Language;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The bodies of messages: the components of a record beside the version of the form, the kind of
 * record and the idempotency key, which is for people and for logs.
 *
 * <pre>{@code
 * {"v": 2, "kind": "notice", "article": 175244025847617, "hash": "5f2b", "language": "EN-US",
 *  "key": "175244025847617:5f2b:EN-US"}
 * }</pre>
 */
public final class WorkJson {

  private static final int VERSION = 2;

  // Strict, unlike what the API takes of its callers: both ends are ours.
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addDeserializer(Instant.class, new Text<>(Instant.class, Instant::parse))
                  .addSerializer(LocalDate.class, ToStringSerializer.instance)
                  .addDeserializer(LocalDate.class, new Text<>(LocalDate.class, LocalDate::parse)))
          .addMixIn(Language.class, Tagged.class)
          .registerSubtypes(kinds(Work.class).toArray(Class<?>[]::new))
          .build();

  private WorkJson() {}

  /** The body of a message that {@link #read} reads. */
  public static String write(Work work) {
    ObjectNode message = MAPPER.createObjectNode().put("v", VERSION);
    return message.setAll(MAPPER.<ObjectNode>valueToTree(work)).toString();
  }

  /**
   * Reads the body of a message.
   *
   * @param queue the sealed interface of the queue that it lay in
   * @throws DeadLetterException when it is malformed, of another version, of an unknown kind or of
   *     another queue
   */
  public static <W extends Work> W read(String body, Class<W> queue) {
    try {
      JsonNode message = MAPPER.readTree(body);
      if (message.path("v").asInt() != VERSION) {
        throw new DeadLetterException("Not a message of version " + VERSION);
      }
      return MAPPER.treeToValue(message, queue);
    } catch (JsonProcessingException e) {
      // Its own message may quote the body, and with it a member's id.
      throw new DeadLetterException(
          "Not a message of " + queue.getSimpleName() + ": " + e.getClass().getSimpleName());
    }
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Stream.of(type.getPermittedSubclasses()).flatMap(WorkJson::kinds);
  }

  /** Has a language written as its tag. */
  private interface Tagged {
    @JsonValue
    String tag();
  }

  /** Reads what a text says. */
  private static final class Text<T> extends FromStringDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final transient Function<String, T> parse;

    Text(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    protected T _deserialize(String text, DeserializationContext context) {
      return parse.apply(text);
    }
  }
}
