package app.oegukmin.engines;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * DynamoDB Local. <b>It listens on every address of the machine</b> and has no setting for that: on
 * a network you do not trust, close its port by a firewall.
 *
 * <p>Amazon's licence allows running it for development, not building it into a program: it is
 * looked up by name, unmodified, on the class path of the engines alone.
 */
record DynamoDbServer(Path directory, boolean persistent) implements Server {

  private static final String RUNNER = "com.amazonaws.services.dynamodbv2.local.main.ServerRunner";

  @Override
  public void start(int port) throws Exception {
    var options =
        new ArrayList<>(List.of("-port", String.valueOf(port), "-sharedDb", "-disableTelemetry"));
    if (persistent) {
      options.addAll(List.of("-dbPath", Directories.make(directory).toString()));
    } else {
      options.add("-inMemory");
    }
    var server =
        Class.forName(RUNNER)
            .getMethod("createServerFromCommandLineArgs", String[].class)
            .invoke(null, (Object) options.toArray(String[]::new));
    server.getClass().getMethod("start").invoke(server);
  }
}
