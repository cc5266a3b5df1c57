package app.oegukmin.engines;

import app.oegukmin.template.Table;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;

/** Makes the template's tables with their indexes and streams. */
public final class Tables {

  private Tables() {}

  /** Makes those that are not there yet; a table that is there stays as it is. */
  public static void createMissing(DynamoDbClient dynamodb, List<Table> tables) {
    var existing = dynamodb.listTablesPaginator().tableNames().stream().toList();
    tables.stream()
        .filter(table -> !existing.contains(table.name()))
        .forEach(table -> create(dynamodb, table));
  }

  private static void create(DynamoDbClient dynamodb, Table table) {
    dynamodb.createTable(request(table));
    table.ttlAttribute().ifPresent(attribute -> expireBy(dynamodb, table, attribute));
  }

  private static CreateTableRequest request(Table table) {
    var request =
        CreateTableRequest.builder()
            .tableName(table.name())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(attributes(table))
            .keySchema(schema(table.key()));
    if (!table.indexes().isEmpty()) {
      request.globalSecondaryIndexes(table.indexes().stream().map(Tables::index).toList());
    }
    table.stream().map(Tables::stream).ifPresent(request::streamSpecification);
    return request.build();
  }

  private static List<AttributeDefinition> attributes(Table table) {
    return table.attributeTypes().entrySet().stream()
        .map(
            attribute ->
                AttributeDefinition.builder()
                    .attributeName(attribute.getKey())
                    .attributeType(attribute.getValue())
                    .build())
        .toList();
  }

  private static List<KeySchemaElement> schema(Table.Key key) {
    var schema = new ArrayList<>(List.of(element(key.partition(), KeyType.HASH)));
    key.sort().map(sort -> element(sort, KeyType.RANGE)).ifPresent(schema::add);
    return schema;
  }

  private static KeySchemaElement element(String attribute, KeyType type) {
    return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
  }

  private static GlobalSecondaryIndex index(Table.Index index) {
    var projection = Projection.builder().projectionType(index.projection());
    if (!index.included().isEmpty()) {
      projection.nonKeyAttributes(index.included());
    }
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(schema(index.key()))
        .projection(projection.build())
        .build();
  }

  private static StreamSpecification stream(String viewType) {
    return StreamSpecification.builder().streamEnabled(true).streamViewType(viewType).build();
  }

  private static void expireBy(DynamoDbClient dynamodb, Table table, String attribute) {
    var expiry = TimeToLiveSpecification.builder().enabled(true).attributeName(attribute).build();
    dynamodb.updateTimeToLive(r -> r.tableName(table.name()).timeToLiveSpecification(expiry));
  }
}
