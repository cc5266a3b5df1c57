package app.oegukmin.shared.valkey;

import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import java.util.Optional;
import java.util.function.Predicate;

/** How values of a cache are written as text. */
public interface Codec<V> {

  /** The text of a value, empty when the value is not to be kept. */
  Optional<String> write(V value);

  /** The value of a text, empty when the text is damaged. */
  Optional<V> read(String text);

  /**
   * Values as JSON.
   *
   * @param kept which values are worth keeping; a text with any other is damaged
   */
  static <V> Codec<V> json(Class<V> type, Predicate<V> kept) {
    return json(Json.MAPPER.constructType(type), kept);
  }

  /**
   * The same for a record with one type parameter.
   *
   * @param argument what it is of
   */
  static <V> Codec<V> json(Class<?> type, Class<?> argument, Predicate<V> kept) {
    return json(Json.MAPPER.getTypeFactory().constructParametricType(type, argument), kept);
  }

  private static <V> Codec<V> json(JavaType type, Predicate<V> kept) {
    return new Codec<>() {
      @Override
      public Optional<String> write(V value) {
        try {
          return kept.test(value)
              ? Optional.of(Json.MAPPER.writeValueAsString(value))
              : Optional.empty();
        } catch (JsonProcessingException e) {
          return Optional.empty();
        }
      }

      @Override
      public Optional<V> read(String text) {
        try {
          return Optional.ofNullable(Json.MAPPER.<V>readValue(text, type)).filter(kept);
        } catch (JsonProcessingException e) {
          return Optional.empty();
        }
      }
    };
  }

  /** Values that may be missing: only what is there is kept. */
  static <V> Codec<Optional<V>> optional(Codec<V> codec) {
    return new Codec<>() {
      @Override
      public Optional<String> write(Optional<V> value) {
        return value.flatMap(codec::write);
      }

      @Override
      public Optional<Optional<V>> read(String text) {
        Optional<V> value = codec.read(text);
        return value.isPresent() ? Optional.of(value) : Optional.empty();
      }
    };
  }
}
