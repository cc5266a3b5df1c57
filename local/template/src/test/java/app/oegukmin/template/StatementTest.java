package app.oegukmin.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.template.Statement.Condition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTest {

  private static final String TEMPLATE =
      """
      Parameters: {KeyName: {Type: String, Default: /deepl-key}}
      Resources:
        Notices:
          Type: AWS::DynamoDB::Table
          Properties:
            KeySchema: [{AttributeName: a, KeyType: HASH}]
            AttributeDefinitions: [{AttributeName: a, AttributeType: S}]
        Worker:
          Type: AWS::Serverless::Function
          Properties:
            Handler: app.oegukmin.work.WorkHandler
            CodeUri: functions/work
            Policies: <policies>
      """;

  private static final String TABLE =
      "arn:aws:dynamodb:ap-northeast-2:000000000000:table/t-Notices";

  private static List<Statement> policy(String policies) {
    return Yaml.read(TEMPLATE.replace("<policies>", policies)).function("Worker").policy();
  }

  private static Statement statement(String fields) {
    return policy("[{Version: '2012-10-17', Statement: [" + fields + "]}]").getFirst();
  }

  private static boolean allows(String condition, Map<String, Set<String>> context) {
    return statement(
            "{Effect: Allow, Action: dynamodb:PutItem, Resource: '*', Condition: "
                + condition
                + "}")
        .allows(new Statement.Request("dynamodb:PutItem", TABLE, context));
  }

  @Test
  void readsOneAndMany() {
    assertThat(
            statement(
                "{Sid: Own, Effect: Allow, Action: sqs:SendMessage,"
                    + " Resource: !Sub 'arn:aws:ssm:${AWS::Region}:1:parameter${KeyName}'}"))
        .isEqualTo(
            new Statement(
                List.of("sqs:SendMessage"),
                List.of("arn:aws:ssm:ap-northeast-2:1:parameter/deepl-key"),
                List.of()));
    assertThat(
            statement(
                "{Effect: Allow, Action: [dynamodb:Query, dynamodb:GetItem], Resource: [!GetAtt"
                    + " Notices.Arn, !Sub '${Notices.Arn}/index/*'], Condition:"
                    + " {ForAllValues:StringEquals: {dynamodb:Attributes: [a, b]}, StringEquals:"
                    + " {dynamodb:Select: SPECIFIC_ATTRIBUTES}}}"))
        .isEqualTo(
            new Statement(
                List.of("dynamodb:Query", "dynamodb:GetItem"),
                List.of(TABLE, TABLE + "/index/*"),
                List.of(
                    new Condition(
                        "ForAllValues:StringEquals", "dynamodb:Attributes", List.of("a", "b")),
                    new Condition(
                        "StringEquals", "dynamodb:Select", List.of("SPECIFIC_ATTRIBUTES")))));
  }

  @Test
  void readsEveryDocument() {
    String statement = "{Effect: Allow, Action: s3:GetObject, Resource: '*'}";
    String document = "{Statement: [" + statement + ", " + statement + "]}";
    assertThat(policy("[" + document + ", " + document + "]")).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({
    "dynamodb:PutItem, table/t-Notices, true",
    "DYNAMODB:putitem, table/t-Notices, true",
    "dynamodb:PutItems, table/t-Notices, false",
    "dynamodb:GetItem, table/t-Notices, false",
    "dynamodb:PutItem, table/t-Notices2, false",
    "dynamodb:PutItem, table/t-Notices/index/byAuthor, true",
    "dynamodb:BatchGetItem, table/t-Notices/index/byAuthor, true",
    "dynamodb:BatchGetItem, TABLE/t-Notices/index/byAuthor, false",
  })
  void matchesActionsAndResources(String action, String resource, boolean allowed) {
    Statement statement =
        statement(
            "{Effect: Allow, Action: [dynamodb:PutItem, 'dynamodb:Batch*Ite?'],"
                + " Resource: [!GetAtt Notices.Arn, !Sub '${Notices.Arn}/index/*']}");
    String arn = "arn:aws:dynamodb:ap-northeast-2:000000000000:" + resource;
    assertThat(statement.allows(new Statement.Request(action, arn, Map.of()))).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ForAllValues:StringEquals | a | true",
        "ForAllValues:StringEquals | a,b | true",
        "ForAllValues:StringEquals | a,c | false",
        "ForAllValues:StringEquals | | true",
        "ForAnyValue:StringEquals | a,c | true",
        "ForAnyValue:StringEquals | c | false",
        "ForAnyValue:StringEquals | | false",
        "ForAllValues:StringLike | a,b#1 | true",
        "ForAllValues:StringLike | a,b | false",
        "StringEquals | b | true",
        "StringEquals | b#* | false",
        "StringEquals | | false",
        "StringEqualsIfExists | b | true",
        "StringEqualsIfExists | c | false",
        "StringEqualsIfExists | | true",
        "StringLikeIfExists | b#2 | true",
      })
  void judgesConditions(String operator, String given, boolean holds) {
    String values = operator.contains("Like") ? "[a, 'b#*']" : "[a, b]";
    Map<String, Set<String>> context =
        given == null ? Map.of() : Map.of("dynamodb:Attributes", Set.of(given.split(",")));
    assertThat(allows("{" + operator + ": {dynamodb:Attributes: " + values + "}}", context))
        .isEqualTo(holds);
  }

  @Test
  void wantsAllConditions() {
    String condition = "{StringEquals: {k: a}, ForAllValues:StringEquals: {l: [a, b]}}";
    assertThat(allows(condition, Map.of("k", Set.of("a"), "l", Set.of("a", "b")))).isTrue();
    assertThat(allows(condition, Map.of("k", Set.of("b"), "l", Set.of("a")))).isFalse();
    assertThat(allows(condition, Map.of("k", Set.of("a"), "l", Set.of("c")))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "[AWSLambdaExecute] | Policies must be a mapping",
        "[{SQSSendMessagePolicy: {QueueName: q}}] | SQSSendMessagePolicy is not supported here",
        "[{Statement: [{Effect: Deny}]}] | only Effect: Allow is supported here",
        "[{Statement: [{Effect: Allow, NotAction: a}]}] | NotAction is not supported here",
        "[{Statement: [{Effect: Allow, Action: a}]}] | Resource is missing",
        "[{Statement: [{Effect: Allow, Action: a, Resource: r, Condition: {Bool: {k: 'true'}}}]}]"
            + " | Bool is not supported here",
      })
  void refusesWhatItCannotJudge(String policies, String sentence) {
    assertThatThrownBy(() -> policy(policies))
        .isInstanceOf(TemplateException.class)
        .hasMessage("Worker, line 13: " + sentence);
  }
}
