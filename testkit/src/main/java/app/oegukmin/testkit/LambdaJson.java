package app.oegukmin.testkit;

import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Events and responses of typed handlers, read and written as Lambda's Java runtime does. */
public final class LambdaJson {

  private LambdaJson() {}

  /** Reads an event. */
  public static <E> E read(String json, Class<E> type) {
    return serializer(type).fromJson(json);
  }

  /** Writes a response. */
  public static String write(Object response) {
    @SuppressWarnings("unchecked")
    Class<Object> type = (Class<Object>) response.getClass();
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    serializer(type).toJson(response, json);
    return json.toString(StandardCharsets.UTF_8);
  }

  private static <T> PojoSerializer<T> serializer(Class<T> type) {
    return LambdaEventSerializers.isLambdaSupportedEvent(type.getName())
        ? LambdaEventSerializers.serializerFor(type, type.getClassLoader())
        : JacksonFactory.getInstance().getSerializer(type);
  }
}
