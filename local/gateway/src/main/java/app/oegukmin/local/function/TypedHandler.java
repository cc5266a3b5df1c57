package app.oegukmin.local.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A typed handler as Lambda's runtime calls it: the event is read as the handler's first type, the
 * response written as its second. {@code Void} reads nothing and writes {@code null}.
 */
final class TypedHandler implements RequestStreamHandler {

  private final RequestHandler<Object, Object> handler;
  private final Optional<PojoSerializer<Object>> event;
  private final Optional<PojoSerializer<Object>> response;

  private TypedHandler(
      RequestHandler<Object, Object> handler,
      Optional<PojoSerializer<Object>> event,
      Optional<PojoSerializer<Object>> response) {
    this.handler = handler;
    this.event = event;
    this.response = response;
  }

  /**
   * Wraps a handler that names its types, itself or in a superclass.
   *
   * @throws IllegalArgumentException when its types are variables
   */
  @SuppressWarnings("unchecked")
  static TypedHandler of(RequestHandler<?, ?> handler, Serializers serializers)
      throws ReflectiveOperationException {
    Type[] types = types(handler.getClass());
    return new TypedHandler(
        (RequestHandler<Object, Object>) handler,
        serializer(types[0], serializers),
        serializer(types[1], serializers));
  }

  private static Optional<PojoSerializer<Object>> serializer(Type type, Serializers serializers)
      throws ReflectiveOperationException {
    return type == Void.class ? Optional.empty() : Optional.of(serializers.of(type));
  }

  private static Type[] types(Class<?> handler) {
    for (Class<?> type = handler; type != null; type = type.getSuperclass()) {
      for (Type implemented : type.getGenericInterfaces()) {
        if (implemented instanceof ParameterizedType generic
            && generic.getRawType() == RequestHandler.class) {
          return concrete(handler, generic.getActualTypeArguments());
        }
      }
    }
    throw notConcrete(handler);
  }

  private static Type[] concrete(Class<?> handler, Type[] types) {
    for (Type type : types) {
      if (!(type instanceof Class || type instanceof ParameterizedType)) {
        throw notConcrete(handler);
      }
    }
    return types;
  }

  private static IllegalArgumentException notConcrete(Class<?> handler) {
    return new IllegalArgumentException(
        "Class "
            + handler.getName()
            + " does not implement RequestHandler with concrete type parameters");
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    Object given = read(input);
    write(handler.handleRequest(given, context), output);
  }

  // Errors of linking too: the runtime wraps whatever reading and writing throw.
  @SuppressWarnings("CatchingUnchecked")
  private Object read(InputStream input) {
    try {
      return event.map(serializer -> serializer.fromJson(input)).orElse(null);
    } catch (Throwable e) {
      throw new RuntimeException("An error occurred during JSON parsing", e);
    }
  }

  private void write(Object value, OutputStream output) throws IOException {
    if (response.isEmpty()) {
      output.write("null".getBytes(StandardCharsets.UTF_8));
      return;
    }
    try {
      response.get().toJson(value, output);
    } catch (Throwable e) {
      throw new RuntimeException("An error occurred during JSON serialization of response", e);
    }
  }
}
