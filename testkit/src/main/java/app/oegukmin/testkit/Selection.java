package app.oegukmin.testkit;

import app.oegukmin.engines.Engine;
import app.oegukmin.template.Bucket;
import app.oegukmin.template.Queue;
import app.oegukmin.template.Table;
import app.oegukmin.template.Template;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The resources of the template that a test class asked for, by their logical ids.
 *
 * @param streams whether tables have the streams that the template gives them
 */
record Selection(Template template, Set<String> logicalIds, boolean streams) {

  /**
   * @throws IllegalArgumentException naming an id that no table, queue or bucket has
   */
  Selection {
    var known =
        Stream.of(
                template.tables().stream().map(Table::logicalId),
                template.queues().stream().map(Queue::logicalId),
                template.buckets().stream().map(Bucket::logicalId))
            .flatMap(Function.identity())
            .toList();
    for (var id : logicalIds) {
      if (!known.contains(id)) {
        throw new IllegalArgumentException(
            "template.yaml has no table, queue or bucket " + id + ", only " + known);
      }
    }
  }

  List<Table> tables() {
    return template.tables().stream()
        .filter(each -> logicalIds.contains(each.logicalId()))
        .map(Table::withoutTimeToLive)
        .map(table -> streams ? table : table.withoutStream())
        .toList();
  }

  /** The queues, with the dead letter queues that they need. */
  List<Queue> queues() {
    var ids = new HashSet<>(logicalIds);
    template.queues().stream()
        .filter(queue -> logicalIds.contains(queue.logicalId()))
        .flatMap(queue -> queue.redrive().stream())
        .forEach(redrive -> ids.add(redrive.deadLetterQueue()));
    return template.queues().stream().filter(each -> ids.contains(each.logicalId())).toList();
  }

  List<Bucket> buckets() {
    return template.buckets().stream()
        .filter(each -> logicalIds.contains(each.logicalId()))
        .toList();
  }

  /** The engines that these resources live in. */
  Set<Engine> engines() {
    var engines = EnumSet.noneOf(Engine.class);
    tables().forEach(table -> engines.add(Engine.DYNAMODB));
    queues().forEach(queue -> engines.add(Engine.SQS));
    buckets().forEach(bucket -> engines.add(Engine.S3));
    return engines;
  }
}
