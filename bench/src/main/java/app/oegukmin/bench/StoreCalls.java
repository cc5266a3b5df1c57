package app.oegukmin.bench;

import java.util.concurrent.atomic.AtomicLong;
import redis.clients.jedis.Jedis;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Counts what is asked of the stores. The SDK finds it by the resource {@code
 * software/amazon/awssdk/services/dynamodb/execution.interceptors}, also in clients that a function
 * makes for itself.
 */
public final class StoreCalls implements ExecutionInterceptor {

  private static final AtomicLong DYNAMODB = new AtomicLong();

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    DYNAMODB.incrementAndGet();
  }

  /** Requests to DynamoDB by this process. */
  static long dynamodb() {
    return DYNAMODB.get();
  }

  /** Round trips to Valkey by everybody, this one included. */
  static long valkey(Jedis connection) {
    return connection
        .info("stats")
        .lines()
        .filter(line -> line.startsWith("total_reads_processed:"))
        .mapToLong(line -> Long.parseLong(line.split(":", 2)[1].strip()))
        .sum();
  }
}
