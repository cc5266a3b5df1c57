package app.oegukmin.engines.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.engines.Clients;
import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.engines.LocalAccount;
import app.oegukmin.engines.Tables;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.Template;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ComparisonOperator;
import software.amazon.awssdk.services.dynamodb.model.Condition;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Every refusal by a real call to DynamoDB Local, and beside it what passes. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("process")
class DynamoDbFrontTest {

  private static final String ANSWERS = "t-Answers";
  private static final String OTHERS = "t-Others";

  private static final StaticCredentialsProvider ACCOUNT =
      StaticCredentialsProvider.create(
          AwsBasicCredentials.create(LocalAccount.ACCESS_KEY_ID, LocalAccount.SECRET_ACCESS_KEY));

  private Engines engines;
  private DynamoDbFront front;
  private DynamoDbClient owner;
  private DynamoDbClient writer;
  private DynamoDbClient reader;
  private DynamoDbClient keeper;

  @BeforeAll
  void start() throws IOException {
    engines = Engines.ofBuild(Path.of("target", "front-engines"));
    engines.add(Set.of(Engine.DYNAMODB));
    front = new DynamoDbFront(engines.dynamodb());
    Template template =
        Template.read(
            Path.of("src/test/resources/access.yaml"),
            Map.of(),
            new LocalNames("t-", URI.create("http://sqs.invalid")));
    Tables.createMissing(Clients.dynamodb(front.uri()), template.tables());
    front.admit(template);
    owner = client("t-Owner");
    writer = client("t-Writer");
    reader = client("t-Reader");
    keeper = client("t-Keeper");
  }

  private DynamoDbClient client(String caller) {
    return DynamoDbClient.builder()
        .endpointOverride(front.uri())
        .region(Region.of(LocalAccount.REGION))
        .credentialsProvider(ACCOUNT)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(config -> config.appId(caller))
        .build();
  }

  @AfterAll
  void stop() {
    front.close();
    engines.close();
  }

  private static void refused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            DynamoDbException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException"));
  }

  private static Map<String, AttributeValue> key(String question) {
    return Map.of("question", AttributeValue.fromS(question), "id", AttributeValue.fromN("1"));
  }

  private static Map<String, AttributeValue> item(String question, String... attributes) {
    Map<String, AttributeValue> item = new HashMap<>(key(question));
    List.of(attributes).forEach(name -> item.put(name, AttributeValue.fromS("x")));
    return item;
  }

  private static void put(DynamoDbClient as, String question, String... attributes) {
    as.putItem(r -> r.tableName(ANSWERS).item(item(question, attributes)));
  }

  private static void update(DynamoDbClient as, String expression, Map<String, String> names) {
    boolean sets = expression.contains(":x");
    as.updateItem(
        r ->
            r.tableName(ANSWERS)
                .key(key("mine"))
                .updateExpression(expression)
                .expressionAttributeNames(names.isEmpty() ? null : names)
                .expressionAttributeValues(sets ? Map.of(":x", AttributeValue.fromS("x")) : null));
  }

  @Test
  void refusesWhatIsNoJson() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(front.uri())
            .header("X-Amz-Target", "DynamoDB_20120810.PutItem")
            .POST(BodyPublishers.ofString("{\"TableName\":"))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());

      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).contains("SerializationException");
    }
  }

  @Test
  void saysWhatAwsSays() {
    assertThatThrownBy(() -> reader.listTables())
        .isInstanceOfSatisfying(
            DynamoDbException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(400);
              assertThat(e.awsErrorDetails().errorMessage())
                  .startsWith(
                      "User: arn:aws:sts::000000000000:assumed-role/t-Reader is not authorized to"
                          + " perform: dynamodb:ListTables on resource: * because no"
                          + " identity-based policy allows the dynamodb:ListTables action");
            });
    assertThatThrownBy(() -> put(keeper, "secret"))
        .hasMessageContaining("{dynamodb:Attributes=[question, id], dynamodb:ReturnValues=[NONE]}")
        .hasMessageNotContaining("secret");
  }

  @Test
  void knowsItsCallers() {
    DynamoDbClient test = Clients.dynamodb(front.uri());
    put(test, "anybody");
    assertThat(test.getItem(r -> r.tableName(ANSWERS).key(key("anybody"))).hasItem()).isTrue();
    refused(() -> put(client("t-Nobody"), "anybody"));
  }

  @Test
  void knowsActionsTablesAndIndexes() {
    put(owner, "q", "author");
    assertThat(byAuthor(owner, "author = :a", null).count()).isPositive();
    refused(() -> owner.putItem(r -> r.tableName(OTHERS).item(key("q"))));
    refused(() -> owner.describeTable(r -> r.tableName(OTHERS)));
    refused(() -> writer.getItem(r -> r.tableName(ANSWERS).key(key("q"))));
    refused(() -> byAuthor(writer, "author = :a", null));
    keeper.deleteItem(r -> r.tableName(OTHERS).key(Map.of("id", AttributeValue.fromN("1"))));
    refused(() -> keeper.deleteItem(r -> r.tableName(ANSWERS).key(key("mine"))));
  }

  private static QueryResponse byAuthor(DynamoDbClient as, String condition, String projection) {
    return as.query(
        r ->
            r.tableName(ANSWERS)
                .indexName("byAuthor")
                .keyConditionExpression(condition)
                .projectionExpression(projection)
                .expressionAttributeValues(Map.of(":a", AttributeValue.fromS("x"))));
  }

  @Test
  void writersKeepToTheirAttributes() {
    put(writer, "q", "text", "hash");
    refused(() -> put(writer, "q", "text", "author"));
    update(writer, "SET #t = :x REMOVE #h", Map.of("#t", "text", "#h", "hash"));
    refused(() -> update(writer, "SET #a = :x", Map.of("#a", "author")));
    refused(() -> update(writer, "SET #t = :x REMOVE author", Map.of("#t", "text")));
    refused(() -> update(writer, "SET #t = author", Map.of("#t", "text")));
  }

  @Test
  void conditionsCount() {
    writer.putItem(
        r -> r.tableName(ANSWERS).item(key("c")).conditionExpression("attribute_not_exists(id)"));
    refused(
        () ->
            writer.putItem(
                r ->
                    r.tableName(ANSWERS)
                        .item(key("c"))
                        .conditionExpression("attribute_exists(author)")));
  }

  @Test
  void readersKeepToTheirAttributes() {
    put(owner, "r", "author", "text", "hash");
    assertThat(get("question, #t").item()).containsOnlyKeys("question", "text");
    refused(() -> get("question, hash"));
    assertThat(byAuthor(reader, "author = :a", "author").hasItems()).isTrue();
    refused(() -> byAuthor(reader, "author = :a", "hash"));
    reader.scan(r -> r.tableName(ANSWERS).projectionExpression("author"));
    refused(
        () ->
            reader.scan(
                r ->
                    r.tableName(ANSWERS)
                        .projectionExpression("author")
                        .filterExpression("attribute_exists(hash)")));
  }

  private GetItemResponse get(String projection) {
    return reader.getItem(
        r ->
            r.tableName(ANSWERS)
                .key(key("r"))
                .projectionExpression(projection)
                .expressionAttributeNames(projection.contains("#t") ? Map.of("#t", "text") : null));
  }

  @Test
  void aReadWithoutProjectionSelectsAll() {
    refused(() -> reader.getItem(r -> r.tableName(ANSWERS).key(key("r"))));
    refused(() -> reader.scan(r -> r.tableName(ANSWERS)));
    refused(() -> reader.scan(r -> r.tableName(ANSWERS).select(Select.COUNT)));
    refused(() -> byAuthor(reader, "author = :a", null));
    refused(() -> batchGet(reader, null, "r"));
    batchGet(reader, "question", "r");
  }

  private static void batchGet(DynamoDbClient as, String projection, String... questions) {
    KeysAndAttributes keys =
        KeysAndAttributes.builder()
            .keys(Stream.of(questions).map(DynamoDbFrontTest::key).toList())
            .projectionExpression(projection)
            .build();
    as.batchGetItem(r -> r.requestItems(Map.of(ANSWERS, keys)));
  }

  @Test
  void keepersKeepToTheirKeys() {
    put(keeper, "mine");
    put(keeper, "ours#1");
    refused(() -> put(keeper, "ours"));
    update(keeper, "REMOVE author", Map.of());
    refused(() -> keeper.getItem(r -> r.tableName(ANSWERS).key(key("q"))));
    batchGet(keeper, null, "mine", "ours#1");
    refused(() -> batchGet(keeper, null, "mine", "theirs"));
    assertThat(query("question = :q AND id > :i", "mine").count()).isEqualTo(1);
    refused(() -> query("id > :i AND question = :q", "theirs"));
    // The leading key of an index is the index's own.
    refused(() -> byAuthor(keeper, "author = :a", null));
  }

  private QueryResponse query(String condition, String question) {
    return keeper.query(
        r ->
            r.tableName(ANSWERS)
                .keyConditionExpression(condition)
                .expressionAttributeValues(
                    Map.of(":q", AttributeValue.fromS(question), ":i", AttributeValue.fromN("0"))));
  }

  @Test
  void refusesWhatItCannotJudge() {
    Condition mine =
        Condition.builder()
            .comparisonOperator(ComparisonOperator.EQ)
            .attributeValueList(AttributeValue.fromS("mine"))
            .build();
    assertThatThrownBy(
            () -> keeper.query(r -> r.tableName(ANSWERS).keyConditions(Map.of("question", mine))))
        .hasMessageContaining("cannot be judged here: the query names no question");
  }

  @Test
  void batchesOfWritesAreJudgedWhole() {
    batchWrite(writer, List.of(item("b", "text")));
    refused(() -> batchWrite(writer, List.of(item("b", "text"), item("c", "author"))));
    batchWrite(keeper, List.of(item("mine", "author")));
    refused(() -> batchWrite(keeper, List.of(item("mine"), item("theirs"))));
  }

  private static void batchWrite(DynamoDbClient as, List<Map<String, AttributeValue>> items) {
    List<WriteRequest> writes =
        items.stream()
            .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
            .toList();
    as.batchWriteItem(r -> r.requestItems(Map.of(ANSWERS, writes)));
  }

  @Test
  void transactionsAreJudgedByAction() {
    writer.transactWriteItems(r -> r.transactItems(putting(item("t", "text"))));
    refused(() -> writer.transactWriteItems(r -> r.transactItems(putting(item("t", "author")))));
    TransactWriteItem check =
        TransactWriteItem.builder()
            .conditionCheck(
                c ->
                    c.tableName(ANSWERS)
                        .key(key("u"))
                        .conditionExpression("attribute_not_exists(id)"))
            .build();
    refused(() -> writer.transactWriteItems(r -> r.transactItems(putting(item("t")), check)));
    owner.transactWriteItems(r -> r.transactItems(putting(item("t")), check));
    assertThat(keptBy(owner, "u")).isFalse();
    refused(
        () ->
            keeper.transactWriteItems(
                r -> r.transactItems(putting(item("mine")), putting(item("u")))));
    assertThat(keptBy(owner, "u")).isFalse();
  }

  private static boolean keptBy(DynamoDbClient as, String question) {
    return as.getItem(r -> r.tableName(ANSWERS).key(key(question))).hasItem();
  }

  private static TransactWriteItem putting(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder().put(put -> put.tableName(ANSWERS).item(item)).build();
  }

  @Test
  @DisplayName("F-62: writes are counted by table, once they are done")
  void f62_countsWrites() {
    long before = front.writes().to(ANSWERS);
    put(owner, "counted", "text");
    update(owner, "SET #t = :x", Map.of("#t", "text"));
    batchWrite(owner, List.of(item("counted")));
    owner.transactWriteItems(r -> r.transactItems(putting(item("n1")), putting(item("n2"))));
    put(Clients.dynamodb(front.uri()), "anybody");
    owner.deleteItem(r -> r.tableName(ANSWERS).key(key("counted")));
    assertThat(front.writes().to(ANSWERS)).isEqualTo(before + 6);

    keptBy(owner, "counted");
    refused(() -> put(writer, "refused", "author"));
    assertThat(front.writes().to(ANSWERS)).isEqualTo(before + 6);
  }

  @Test
  void writersGetBackWhatTheirPolicyLetsThem() {
    Map<String, AttributeValue> item = item("w", "text");
    DynamoDbTable<EnhancedDocument> answers = answers(writer);
    EnhancedDocument answer = EnhancedDocument.fromAttributeValueMap(item);
    // The library asks for ALL_NEW where nothing else is said.
    refused(() -> answers.updateItem(answer));
    answers.updateItem(update -> update.item(answer).returnValues(ReturnValue.NONE));
    answers(owner).updateItem(answer);
    refused(
        () ->
            writer.putItem(
                r ->
                    r.tableName(ANSWERS)
                        .item(item)
                        .conditionExpression("attribute_not_exists(id)")
                        .returnValuesOnConditionCheckFailure("ALL_OLD")));
    TransactWriteItem returning =
        TransactWriteItem.builder()
            .put(
                put ->
                    put.tableName(ANSWERS)
                        .item(item)
                        .conditionExpression("attribute_not_exists(id)")
                        .returnValuesOnConditionCheckFailure("ALL_OLD"))
            .build();
    refused(() -> writer.transactWriteItems(r -> r.transactItems(returning)));
  }

  private static DynamoDbTable<EnhancedDocument> answers(DynamoDbClient as) {
    var schema =
        TableSchema.documentSchemaBuilder()
            .addIndexPartitionKey(
                TableMetadata.primaryIndexName(), "question", AttributeValueType.S)
            .addIndexSortKey(TableMetadata.primaryIndexName(), "id", AttributeValueType.N)
            .attributeConverterProviders(AttributeConverterProvider.defaultProvider())
            .build();
    return DynamoDbEnhancedClient.builder().dynamoDbClient(as).build().table(ANSWERS, schema);
  }
}
