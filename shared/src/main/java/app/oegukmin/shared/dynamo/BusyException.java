package app.oegukmin.shared.dynamo;

import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * Conflicts or throttling outlasted the time that a write had. Nothing is written; the same write
 * may succeed a little later. The API makes it 503 with Retry-After.
 */
public final class BusyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is thrown for the last refusal. */
  public BusyException(DynamoDbException last) {
    super("DynamoDB had no room for a transaction; try it again later", last);
  }
}
