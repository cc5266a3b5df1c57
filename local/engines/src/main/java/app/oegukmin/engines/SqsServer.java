package app.oegukmin.engines;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;

/** ElasticMQ, whose queues and messages H2 keeps. */
record SqsServer(Path directory, boolean persistent) implements Server {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Override
  public void start(int port) throws Exception {
    int stored = persistent ? storedQueues() : 0;
    var config = ConfigFactory.parseMap(settings(port)).withFallback(ConfigFactory.load());
    var unused = new ElasticMQServer(new ElasticMQServerConfig(config)).start();
    // It takes requests before its stored queues are back, and shuts down when one of them is
    // created meanwhile.
    if (!Poll.until(PATIENCE, () -> queues(port) >= stored)) {
      throw new IllegalStateException("The queues of " + directory + " did not come back");
    }
  }

  private Map<String, Object> settings(int port) {
    return Map.ofEntries(
        Map.entry("rest-sqs.bind-hostname", "127.0.0.1"),
        Map.entry("rest-sqs.bind-port", port),
        Map.entry("generate-node-address", true),
        Map.entry("aws.region", LocalAccount.REGION),
        Map.entry("aws.accountId", LocalAccount.ACCOUNT_ID),
        Map.entry("messages-storage.enabled", persistent),
        Map.entry("messages-storage.uri", database()),
        Map.entry("pekko.loglevel", "WARNING"),
        Map.entry("pekko.coordinated-shutdown.run-by-jvm-shutdown-hook", "off"));
  }

  /** Without WRITE_DELAY=0 the last messages before a crash are lost. */
  private String database() {
    return "jdbc:h2:file:" + directory.toAbsolutePath().resolve("queues") + ";WRITE_DELAY=0";
  }

  private int storedQueues() throws SQLException {
    try (var connection = DriverManager.getConnection(database());
        var statement = connection.createStatement()) {
      statement.execute("create table if not exists queue (name varchar unique, data blob)");
      try (var count = statement.executeQuery("select count(*) from queue")) {
        count.next();
        return count.getInt(1);
      }
    }
  }

  private static int queues(int port) {
    try (var client = HttpClient.newHttpClient()) {
      var list = URI.create("http://127.0.0.1:" + port + "/?Action=ListQueues");
      var answer = client.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString());
      return answer.body().split("<QueueUrl>", -1).length - 1;
    } catch (IOException e) {
      return -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
