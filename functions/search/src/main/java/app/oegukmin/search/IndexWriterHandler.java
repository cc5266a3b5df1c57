package app.oegukmin.search;

import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.log.LogContext;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.search.IndexStore;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Makes the index equal to the tables for each document that a queue names. A batch is one commit:
 * it comes again whole when that fails, or while another writer has the lease.
 */
public final class IndexWriterHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private final IndexWriter writer;
  private final LogContext log = new LogContext();

  /** On Lambda. */
  public IndexWriterHandler() {
    this(System.getenv(), Clock.systemUTC());
  }

  /** With the variables of the template. */
  public IndexWriterHandler(Map<String, String> variables, Clock clock) {
    Environment environment = new Environment(variables);
    DynamoDbClient client = Dynamo.connect(environment);
    this.writer =
        new IndexWriter(
            new Contents(environment, client),
            IndexStore.of(environment, client, clock),
            new Metrics("search", clock, System.out),
            clock);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return log.call(context, "aws:sqs", () -> writer.write(event));
  }
}
