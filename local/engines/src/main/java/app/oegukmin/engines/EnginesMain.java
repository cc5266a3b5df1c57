package app.oegukmin.engines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * The JVM of the engines. It reads lines such as {@code SQS 12345} (start that engine on that port)
 * and writes {@code SQS ready} or {@code SQS failed}; all other output goes to standard error. It
 * ends when its input does: whoever started it has ended.
 */
public final class EnginesMain {

  /** What {@link #main} takes as its second argument to keep data across runs. */
  static final String PERSISTENT = "persistent";

  /** What {@link #main} takes as its second argument to keep data in memory where possible. */
  static final String TEMPORARY = "temporary";

  static final String READY = "ready";
  static final String FAILED = "failed";

  /** How long the JVM of a run that was just killed may take to end. */
  private static final Duration PREDECESSOR = Duration.ofSeconds(10);

  private final Map<Engine, Server> servers;
  private final PrintStream answers;

  private EnginesMain(Map<Engine, Server> servers, PrintStream answers) {
    this.servers = servers;
    this.answers = answers;
  }

  /**
   * Runs until standard input ends.
   *
   * @param arguments the data directory, and {@value #PERSISTENT} or {@value #TEMPORARY}
   */
  public static void main(String[] arguments) throws IOException {
    var answers = System.out;
    // Engines print banners; only the lines above may go to the launcher.
    System.setOut(System.err);
    var directory = Path.of(arguments[0]);
    boolean persistent = arguments[1].equals(PERSISTENT);
    var servers = servers(directory, persistent);
    try (var _ = DataLock.acquire(directory.resolve("engines.lock"), PREDECESSOR)) {
      new EnginesMain(servers, answers).obey();
    }
    System.exit(0);
  }

  /** What can be started over a directory. */
  static Map<Engine, Server> servers(Path directory, boolean persistent) {
    return Map.of(
        Engine.DYNAMODB, new DynamoDbServer(directory.resolve("dynamodb"), persistent),
        Engine.SQS, new SqsServer(directory.resolve("sqs"), persistent),
        Engine.S3, new S3Server(directory.resolve("s3")));
  }

  private void obey() throws IOException {
    var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      var words = order.split(" ", 2);
      var engine = Engine.valueOf(words[0]);
      int port = Integer.parseInt(words[1]);
      Thread.ofPlatform().name(engine.name()).start(() -> start(engine, port));
    }
  }

  @SuppressWarnings("CatchAndPrintStackTrace") // standard error is this JVM's log
  private void start(Engine engine, int port) {
    try {
      servers.get(engine).start(port);
      answers.println(engine + " " + READY);
    } catch (Exception | LinkageError e) {
      e.printStackTrace();
      answers.println(engine + " " + FAILED);
    }
  }
}
