package app.oegukmin.local.function;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A loaded function, ready to make instances; they share classes but no handler. */
final class FunctionCode implements AutoCloseable {

  private final FunctionLoader loader;
  private final Class<?> type;
  private final Serializers serializers;
  private final Map<String, String> environment;
  private final Clock clock;

  /**
   * Loads the handler's class.
   *
   * @throws FunctionError {@code Runtime.ClassNotFound}, as Lambda says
   */
  FunctionCode(PackagedFunction packaged) throws FunctionError {
    this.environment = FunctionEnvironment.of(packaged.function(), packaged.taskRoot());
    this.clock = packaged.clock();
    String handler = packaged.function().code().handler().replaceFirst("::handleRequest$", "");
    try {
      this.loader = FunctionLoader.of(packaged.taskRoot(), packaged.shared(), packaged.log());
      this.type = Class.forName(handler, true, loader);
      this.serializers = new Serializers(loader);
      giveLogger();
    } catch (IOException | ReflectiveOperationException | LinkageError e) {
      throw new FunctionError("Runtime.ClassNotFound", "Class not found: " + e.getMessage());
    }
  }

  /** The runtime does the same: there is no other way in, and libraries log through it. */
  private void giveLogger() throws ReflectiveOperationException {
    Field logger =
        Class.forName(LambdaRuntime.class.getName(), true, loader).getDeclaredField("logger");
    logger.setAccessible(true);
    logger.set(null, loader.log());
  }

  FunctionLoader loader() {
    return loader;
  }

  /**
   * A handler of its own for one instance; a typed one reads and writes as in Lambda's runtime.
   *
   * @throws FunctionError with what the constructor threw
   */
  RequestStreamHandler handler() throws FunctionError {
    try {
      return switch (construct()) {
        case RequestStreamHandler streaming -> streaming;
        case RequestHandler<?, ?> typed -> TypedHandler.of(typed, serializers);
        case Object other ->
            throw new ClassCastException(
                "Class does not implement an appropriate handler interface: "
                    + other.getClass().getName());
      };
    } catch (InvocationTargetException e) {
      throw loader.log().report(e.getCause());
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw loader.log().report(e);
    }
  }

  /** By the constructor that takes what otherwise belongs to the process, if there is one. */
  private Object construct() throws ReflectiveOperationException {
    for (Constructor<?> constructor : type.getConstructors()) {
      List<Class<?>> takes = List.of(constructor.getParameterTypes());
      if (takes.equals(List.of(Map.class, Clock.class))) {
        return constructor.newInstance(environment, clock);
      }
      if (takes.equals(List.of(Map.class))) {
        return constructor.newInstance(environment);
      }
    }
    return type.getConstructor().newInstance();
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
