package app.oegukmin.testkit;

import app.oegukmin.engines.Buckets;
import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Queues;
import app.oegukmin.engines.Tables;
import app.oegukmin.template.Bucket;
import app.oegukmin.template.Table;

/** The tables, queues and buckets of a stack in their engines. */
record StackResources(Selection selection, SharedEngines engines) {

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

  /**
   * Empties all of them. A table that has items is made anew: that takes two requests, however
   * many.
   */
  void clear() {
    var used = selection.tables().stream().filter(this::hasItems).toList();
    used.forEach(table -> engines.dynamodb().deleteTable(r -> r.tableName(table.name())));
    if (!used.isEmpty()) {
      Tables.createMissing(engines.dynamodb(), used);
    }
    for (var queue : selection.queues()) {
      engines.sqs().purgeQueue(request -> request.queueUrl(queue.url()));
    }
    selection.buckets().forEach(this::clear);
  }

  private boolean hasItems(Table table) {
    return engines.dynamodb().scan(r -> r.tableName(table.name()).limit(1)).count() > 0;
  }

  private void clear(Bucket bucket) {
    var s3 = engines.s3();
    s3.listObjectsV2Paginator(request -> request.bucket(bucket.name())).contents().stream()
        .forEach(object -> s3.deleteObject(r -> r.bucket(bucket.name()).key(object.key())));
  }
}
