package app.oegukmin.local.function.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Responds to a route once there is a file named go in its folder. */
public final class SlowFunction implements RequestStreamHandler {

  private final Path folder;

  public SlowFunction(Map<String, String> environment) {
    this.folder = Path.of(environment.get("FOLDER"));
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    Files.createTempFile(folder, "held", "");
    try {
      while (!Files.exists(folder.resolve("go"))) {
        Thread.sleep(5);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    output.write("{\"statusCode\": 200}".getBytes(StandardCharsets.UTF_8));
  }
}
