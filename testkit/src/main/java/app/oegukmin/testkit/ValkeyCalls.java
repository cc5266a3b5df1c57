package app.oegukmin.testkit;

import java.util.Map;
import java.util.stream.Collectors;
import redis.clients.jedis.Jedis;

/** Counts what a Valkey is asked, whoever asks. */
public final class ValkeyCalls {

  private ValkeyCalls() {}

  /**
   * How many requests it has received so far, this one included; a pipeline is one. The server
   * counts the end of a connection as a read, too: such reads are taken off.
   */
  public static long received(Jedis connection) {
    Map<String, Long> counts = counts(connection);
    long ended = counts.get("total_connections_received") - counts.get("connected_clients");
    return counts.get("total_reads_processed") - ended;
  }

  private static Map<String, Long> counts(Jedis connection) {
    return connection
        .info()
        .lines()
        .map(line -> line.strip().split(":", 2))
        .filter(pair -> pair.length == 2 && pair[1].matches("\\d{1,18}"))
        .collect(Collectors.toMap(pair -> pair[0], pair -> Long.valueOf(pair[1]), (a, b) -> a));
  }
}
