package app.oegukmin.engines;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Tables and queues of the shape that the template has. */
final class Samples {

  private Samples() {}

  static void createTable(DynamoDbClient dynamodb, String name) {
    var id = AttributeDefinition.builder().attributeName("id").attributeType(ScalarAttributeType.S);
    var key = KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH);
    var stream =
        StreamSpecification.builder()
            .streamEnabled(true)
            .streamViewType(StreamViewType.NEW_AND_OLD_IMAGES);
    dynamodb.createTable(
        request ->
            request
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(id.build())
                .keySchema(key.build())
                .streamSpecification(stream.build()));
  }

  static void putNew(DynamoDbClient dynamodb, String table, String id) {
    dynamodb.putItem(
        request ->
            request
                .tableName(table)
                .item(Map.of("id", AttributeValue.fromS(id)))
                .conditionExpression("attribute_not_exists(id)"));
  }

  /** Deletes tables: who shares an engine leaves none behind. */
  static void drop(DynamoDbClient dynamodb, List<String> tables) {
    tables.forEach(table -> dynamodb.deleteTable(request -> request.tableName(table)));
  }

  static List<String> ids(DynamoDbClient dynamodb, String table) {
    return dynamodb.scan(request -> request.tableName(table)).items().stream()
        .map(item -> item.get("id").s())
        .toList();
  }

  /** The URLs of a queue and of the one that gets what it cannot deliver. */
  record Queues(String work, String deadLetters) {}

  static Queues createQueues(SqsClient sqs, String name, int maxReceiveCount) {
    String deadLetters =
        sqs.createQueue(request -> request.queueName(name + "DeadLetters")).queueUrl();
    String redrive =
        """
        {"deadLetterTargetArn": "arn:aws:sqs:%s:%s:%sDeadLetters", "maxReceiveCount": %d}
        """
            .formatted(LocalAccount.REGION, LocalAccount.ACCOUNT_ID, name, maxReceiveCount);
    String work =
        sqs.createQueue(
                request ->
                    request
                        .queueName(name)
                        .attributes(Map.of(QueueAttributeName.REDRIVE_POLICY, redrive)))
            .queueUrl();
    return new Queues(work, deadLetters);
  }
}
