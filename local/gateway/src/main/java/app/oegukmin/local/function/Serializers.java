package app.oegukmin.local.function;

import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;

/**
 * The serializers that Lambda's runtime uses for one function's events and responses: classes on
 * its list of events get names and dates as AWS writes them, every other class is plain Jackson.
 */
final class Serializers {

  private final ClassLoader loader;
  private final Map<Type, PojoSerializer<Object>> made = new HashMap<>();

  /** Serializers of classes that a function's loader finds. */
  Serializers(ClassLoader loader) {
    this.loader = loader;
  }

  /** The serializer of a type; safe for many threads, as the serializer is. */
  PojoSerializer<Object> of(Type type) throws ReflectiveOperationException {
    // The library keeps the classes it loaded in a map that is not safe for threads and that
    // functions share.
    synchronized (Serializers.class) {
      PojoSerializer<Object> serializer = made.get(type);
      if (serializer == null) {
        serializer = make(type);
        made.put(type, serializer);
      }
      return serializer;
    }
  }

  // What the library declares for each type, seen through its interface.
  @SuppressWarnings("unchecked")
  private PojoSerializer<Object> make(Type type) throws ReflectiveOperationException {
    return (PojoSerializer<Object>) (isListed(type) ? listed(type) : plain(type));
  }

  private boolean isListed(Type type) throws ReflectiveOperationException {
    return (boolean)
        events().getMethod("isLambdaSupportedEvent", String.class).invoke(null, type.getTypeName());
  }

  private Object listed(Type event) throws ReflectiveOperationException {
    return events()
        .getMethod("serializerFor", Class.class, ClassLoader.class)
        .invoke(null, event, loader);
  }

  private Object plain(Type type) throws ReflectiveOperationException {
    Class<?> factory = loader.loadClass(JacksonFactory.class.getName());
    Object instance = factory.getMethod("getInstance").invoke(null);
    return factory.getMethod("getSerializer", Type.class).invoke(instance, type);
  }

  private Class<?> events() throws ClassNotFoundException {
    return loader.loadClass(LambdaEventSerializers.class.getName());
  }
}
