package app.oegukmin.keys;

import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Makes and rotates the keys that sign tokens, on a schedule or whenever it is called, with any
 * event. It alone may write them.
 */
public final class KeysHandler implements RequestStreamHandler {

  private final KeyRotation rotation;

  /** On Lambda. */
  public KeysHandler() {
    this(System.getenv());
  }

  /** With the variables of the template. */
  public KeysHandler(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    Duration access =
        Duration.ofMinutes(Long.parseLong(environment.require("ACCESS_TOKEN_MINUTES")));
    Duration refresh = Duration.ofDays(Long.parseLong(environment.require("REFRESH_TOKEN_DAYS")));
    this.rotation =
        new KeyRotation(
            new SigningKeyTable(Dynamo.connect(), environment.require("KEY_TABLE")),
            Duration.ofDays(Long.parseLong(environment.require("KEY_ROTATION_DAYS"))),
            access.compareTo(refresh) > 0 ? access : refresh,
            new SecureRandom(),
            Clock.systemUTC());
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    rotation.run();
    output.write("{}".getBytes(StandardCharsets.UTF_8));
  }
}
