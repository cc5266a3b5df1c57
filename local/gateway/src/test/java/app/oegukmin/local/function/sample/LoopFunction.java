package app.oegukmin.local.function.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Sends one message to its own queue in each run, {@code RUNS} times, from a thread of its own. */
public final class LoopFunction implements RequestStreamHandler {

  private final AtomicInteger left;
  private final String queue;
  private final SqsClient sqs = SqsClient.create();

  /** A function that sends to {@code QUEUE_URL}. */
  public LoopFunction(Map<String, String> environment) {
    this.left = new AtomicInteger(Integer.parseInt(environment.get("RUNS")));
    this.queue = environment.get("QUEUE_URL");
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    if (left.decrementAndGet() > 0) {
      join(Thread.ofVirtual().start(this::send));
    }
    output.write("{\"batchItemFailures\":[]}".getBytes(StandardCharsets.UTF_8));
  }

  private void send() {
    var entry = SendMessageBatchRequestEntry.builder().id("next").messageBody("next").build();
    sqs.sendMessageBatch(r -> r.queueUrl(queue).entries(entry));
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
