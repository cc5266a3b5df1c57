package app.oegukmin.local.run;

import app.oegukmin.engines.AwsClients;
import app.oegukmin.engines.Buckets;
import app.oegukmin.engines.Queues;
import app.oegukmin.engines.Tables;
import app.oegukmin.template.Table;
import app.oegukmin.template.Template;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Makes what CloudFormation would make, and leaves what an earlier run made. */
record Provisioning(Template template, AwsClients aws) {

  /**
   * Makes what is missing.
   *
   * @throws IllegalStateException naming a table of an earlier run whose key or indexes the
   *     template changed
   */
  void run() {
    Tables.createMissing(aws.dynamodb(), template.tables());
    for (Table table : template.tables()) {
      TableDescription there = aws.dynamodb().describeTable(r -> r.tableName(table.name())).table();
      check(table, "key", key(there), key(table));
      check(table, "list of indexes", indexes(there), indexes(table));
    }
    Queues.create(aws.sqs(), template.queues());
    Buckets.createMissing(aws.s3(), template.buckets());
  }

  private static void check(Table table, String what, String there, String wanted) {
    if (!there.equals(wanted)) {
      throw new IllegalStateException(
          "The %s of %s is (%s) here and (%s) in template.yaml: remove .local/data to begin anew."
              .formatted(what, table.logicalId(), there, wanted));
    }
  }

  private static String key(TableDescription there) {
    return Stream.of(KeyType.HASH, KeyType.RANGE)
        .flatMap(type -> there.keySchema().stream().filter(element -> element.keyType() == type))
        .map(KeySchemaElement::attributeName)
        .collect(Collectors.joining(", "));
  }

  private static String key(Table table) {
    return Stream.of(Optional.of(table.key().partition()), table.key().sort())
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  private static String indexes(TableDescription there) {
    return there.globalSecondaryIndexes().stream()
        .map(GlobalSecondaryIndexDescription::indexName)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String indexes(Table table) {
    return table.indexes().stream()
        .map(Table.Index::name)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
