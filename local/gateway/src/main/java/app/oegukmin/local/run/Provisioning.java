package app.oegukmin.local.run;

import app.oegukmin.engines.Buckets;
import app.oegukmin.engines.Queues;
import app.oegukmin.engines.Tables;
import app.oegukmin.template.Table;
import app.oegukmin.template.Template;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;

/** Makes what CloudFormation would make, and leaves what an earlier run made. */
record Provisioning(Template template, Aws aws) {

  /**
   * Makes what is missing.
   *
   * @throws IllegalStateException naming a table of an earlier run whose key the template changed
   */
  void run() {
    Tables.createMissing(aws.dynamodb(), template.tables());
    template.tables().forEach(this::checkKey);
    Queues.create(aws.sqs(), template.queues());
    Buckets.createMissing(aws.s3(), template.buckets());
  }

  private void checkKey(Table table) {
    List<KeySchemaElement> schema =
        aws.dynamodb().describeTable(r -> r.tableName(table.name())).table().keySchema();
    String there =
        Stream.of(KeyType.HASH, KeyType.RANGE)
            .flatMap(type -> schema.stream().filter(element -> element.keyType() == type))
            .map(KeySchemaElement::attributeName)
            .collect(Collectors.joining(", "));
    String wanted =
        Stream.of(Optional.of(table.key().partition()), table.key().sort())
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    if (!there.equals(wanted)) {
      throw new IllegalStateException(
          "The key of %s is (%s) here and (%s) in template.yaml: remove .local/data to begin anew."
              .formatted(table.logicalId(), there, wanted));
    }
  }
}
