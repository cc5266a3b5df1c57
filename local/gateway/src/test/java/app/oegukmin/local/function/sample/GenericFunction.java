package app.oegukmin.local.function.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** Does not say what it reads. */
public final class GenericFunction<T> implements RequestHandler<T, T> {

  @Override
  public T handleRequest(T event, Context context) {
    return event;
  }
}
