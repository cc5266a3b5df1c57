package app.oegukmin.local.function.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/** A function that tells the time of the clock that it was made with. */
public final class TimedFunction implements RequestStreamHandler {

  private final Clock clock;

  /** A function with an environment and a clock. */
  public TimedFunction(Map<String, String> environment, Clock clock) {
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    output.write(clock.instant().toString().getBytes(StandardCharsets.UTF_8));
  }
}
