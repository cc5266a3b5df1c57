package app.oegukmin.testkit;

import app.oegukmin.engines.Buckets;
import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Queues;
import app.oegukmin.engines.Tables;
import app.oegukmin.template.Bucket;

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

  /** Empties all of them. */
  void clear() {
    for (var table : selection.tables()) {
      engines.dynamodb().deleteTable(request -> request.tableName(table.name()));
    }
    for (var queue : selection.queues()) {
      engines.sqs().purgeQueue(request -> request.queueUrl(queue.url()));
    }
    selection.buckets().forEach(this::clear);
    create();
  }

  private void clear(Bucket bucket) {
    var s3 = engines.s3();
    s3.listObjectsV2Paginator(request -> request.bucket(bucket.name())).contents().stream()
        .forEach(object -> s3.deleteObject(r -> r.bucket(bucket.name()).key(object.key())));
  }
}
