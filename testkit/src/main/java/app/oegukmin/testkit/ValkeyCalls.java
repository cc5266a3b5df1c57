package app.oegukmin.testkit;

import redis.clients.jedis.Jedis;

/** Counts what a Valkey is asked, whoever asks. */
public final class ValkeyCalls {

  private ValkeyCalls() {}

  /** How many requests it has received so far, this one included; a pipeline is one. */
  public static long received(Jedis connection) {
    return connection
        .info("stats")
        .lines()
        .filter(line -> line.startsWith("total_reads_processed:"))
        .mapToLong(line -> Long.parseLong(line.split(":", 2)[1].strip()))
        .findFirst()
        .orElseThrow();
  }
}
