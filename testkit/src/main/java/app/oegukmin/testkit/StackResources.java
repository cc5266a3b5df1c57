package app.oegukmin.testkit;

import app.oegukmin.engines.Buckets;
import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Queues;
import app.oegukmin.engines.Tables;
import app.oegukmin.template.Bucket;
import app.oegukmin.template.Table;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The tables, queues and buckets of a stack in their engines. */
record StackResources(Selection selection, SharedEngines engines, Written written) {

  /** DynamoDB takes as many deletions in one request. */
  private static final int MOST_AT_ONCE = 25;

  /** Makes what is missing. */
  void create() {
    var wanted = selection.engines();
    if (wanted.contains(Engine.DYNAMODB)) {
      Tables.createMissing(engines.dynamodb(), selection.tables());
    }
    if (wanted.contains(Engine.SQS)) {
      Queues.create(engines.sqs(), selection.queues());
    }
    if (wanted.contains(Engine.S3)) {
      Buckets.createMissing(engines.s3(), selection.buckets());
    }
  }

  /** Empties all of them, by the fewest requests: DynamoDB Local takes long for each. */
  void clear() {
    var renewed =
        selection.tables().stream()
            .filter(table -> written.mayHoldItems(table.name()))
            .filter(this::mustBeRenewed)
            .toList();
    renewed.forEach(this::drop);
    if (!renewed.isEmpty()) {
      Tables.createMissing(engines.dynamodb(), renewed);
    }
    for (var queue : selection.queues()) {
      engines.sqs().purgeQueue(request -> request.queueUrl(queue.url()));
    }
    selection.buckets().forEach(this::clear);
  }

  /**
   * Whether a table has to be made anew: one with many items, and one with a stream, which would
   * tell of their removal. Few items of another are deleted in one request.
   */
  private boolean mustBeRenewed(Table table) {
    written.forget(table.name());
    var found = engines.dynamodb().scan(r -> r.tableName(table.name()).limit(MOST_AT_ONCE));
    if (found.count() == 0) {
      return false;
    }
    if (table.stream().isPresent() || found.hasLastEvaluatedKey()) {
      return true;
    }
    var removals = found.items().stream().map(item -> removal(table.key(), item)).toList();
    engines
        .dynamodb()
        .batchWriteItem(
            r ->
                r.requestItems(Map.of(table.name(), removals))
                    .overrideConfiguration(c -> c.putExecutionAttribute(Written.REMOVAL, true)));
    return false;
  }

  private static WriteRequest removal(Table.Key key, Map<String, AttributeValue> item) {
    var named = new HashMap<>(item);
    named.keySet().removeIf(name -> !name.equals(key.partition()) && !isSort(key, name));
    return WriteRequest.builder().deleteRequest(delete -> delete.key(named)).build();
  }

  private static boolean isSort(Table.Key key, String name) {
    return key.sort().filter(name::equals).isPresent();
  }

  /** Deletes the tables: DynamoDB Local gets slower with each that it has. */
  void drop() {
    selection.tables().forEach(this::drop);
  }

  private void drop(Table table) {
    engines.dynamodb().deleteTable(r -> r.tableName(table.name()));
  }

  private void clear(Bucket bucket) {
    var s3 = engines.s3();
    s3.listObjectsV2Paginator(request -> request.bucket(bucket.name())).contents().stream()
        .forEach(object -> s3.deleteObject(r -> r.bucket(bucket.name()).key(object.key())));
  }
}
