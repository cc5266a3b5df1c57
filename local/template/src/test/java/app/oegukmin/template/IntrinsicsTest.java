package app.oegukmin.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntrinsicsTest {

  private static final String TEMPLATE =
      """
      Parameters:
        Stage: {Type: String, Default: dev}
        Hosts: {Type: CommaDelimitedList, Default: 'a, b,c'}
      Mappings:
        Boards: {academic: {path: /a, ports: [1, 2]}}
      Conditions:
        IsDev: !Equals [!Ref Stage, dev]
      Resources:
        WorkQueue: {Type: 'AWS::SQS::Queue'}
        NoticeTable: {Type: 'AWS::DynamoDB::Table', Properties: {KeySchema: [{AttributeName: a, KeyType: HASH}], AttributeDefinitions: [{AttributeName: a, AttributeType: S}]}}
        Images: {Type: 'AWS::S3::Bucket'}
        Feed: {Type: 'AWS::Serverless::Function', Properties: {Handler: H, CodeUri: c}}
      Outputs:
        Out: {Value: %s}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "!Ref Stage | dev",
        "{Ref: Stage} | dev",
        "!Ref AWS::Region | ap-northeast-2",
        "!Ref AWS::AccountId | 000000000000",
        "!Ref AWS::Partition | aws",
        "!Ref AWS::URLSuffix | amazonaws.com",
        "!Ref AWS::StackName | oegukmin-local",
        "!Ref WorkQueue | http://127.0.0.1:9324/000000000000/t-WorkQueue",
        "!Ref NoticeTable | t-NoticeTable",
        "!Ref Images | t-images",
        "!Ref Feed | t-Feed",
        "!Ref Feed.Alias | arn:aws:lambda:ap-northeast-2:000000000000:function:t-Feed:live",
        "!GetAtt WorkQueue.Arn | arn:aws:sqs:ap-northeast-2:000000000000:t-WorkQueue",
        "!GetAtt WorkQueue.QueueName | t-WorkQueue",
        "{'Fn::GetAtt': [WorkQueue, QueueUrl]} | http://127.0.0.1:9324/000000000000/t-WorkQueue",
        "!GetAtt NoticeTable.StreamArn | "
            + "arn:aws:dynamodb:ap-northeast-2:000000000000:table/t-NoticeTable/stream/local",
        "!GetAtt Images.Arn | arn:aws:s3:::t-images",
        "!GetAtt Feed.Arn | arn:aws:lambda:ap-northeast-2:000000000000:function:t-Feed",
        "!Sub 'x-${Stage}-${AWS::Region}' | x-dev-ap-northeast-2",
        "!Sub '${Images.Arn}/*' | arn:aws:s3:::t-images/*",
        "!Sub '${!Literal} ${Stage}' | ${Literal} dev",
        "!Sub ['${who}@${Stage}', {who: !Ref Images}] | t-images@dev",
        "!Join ['-', [a, !Ref Stage, !Ref 'AWS::NoValue']] | a-dev",
        "!Join ['+', !Ref Hosts] | a+b+c",
        "!Select [1, !Ref Hosts] | b",
        "!Select [0, !Split ['.', 'www.example']] | www",
        "!FindInMap [Boards, academic, path] | /a",
        "!Select [1, !FindInMap [Boards, academic, ports]] | 2",
        "!If [IsDev, yes-dev, no-dev] | yes-dev",
      })
  void resolvesShortAndLongForms(String expression, String value) {
    assertThat(Yaml.read(TEMPLATE.formatted(expression)).outputs()).containsEntry("Out", value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "!ImportValue other | Fn::ImportValue is not supported here",
        "!Ref Nobody | there is no Nobody, or its condition leaves it out",
        "!GetAtt Images.WebsiteURL | Images.WebsiteURL (AWS::S3::Bucket) has no value on one machine",
        "!GetAtt Images | Fn::GetAtt needs a logical id and an attribute",
        "!If [IsProd, a, b] | there is no condition IsProd",
        "!If [IsDev, a] | Fn::If takes 3 arguments, not 2",
        "!Select [3, !Ref Hosts] | Fn::Select has no item 3",
        "!FindInMap [Boards, academic, size] | Fn::FindInMap finds no size",
        "!Sub '${Nobody}' | there is no Nobody, or its condition leaves it out",
        "!Join ['', x] | Fn::Join must be a list",
        "!Ref Hosts | Value must be a plain value",
        "!Ref AWS::NoValue | Value is missing",
      })
  void namesOutputAndLineOfWhatItCannotResolve(String expression, String sentence) {
    assertThatThrownBy(() -> Yaml.read(TEMPLATE.formatted(expression)))
        .isInstanceOf(TemplateException.class)
        .hasMessageMatching("Out, line \\d+: .*")
        .hasMessageEndingWith(": " + sentence);
  }

  @Test
  void dropsWhatIsNoValueFromAMapping() {
    var yaml =
        """
        Parameters: {Cache: {Type: String, Default: ''}}
        Conditions:
          HasCache: !Not [!Equals [!Ref Cache, '']]
        Resources:
          Feed:
            Type: AWS::Serverless::Function
            Properties:
              Handler: H
              CodeUri: c
              Environment:
                Variables:
                  CACHE: !If [HasCache, !Ref Cache, !Ref AWS::NoValue]
                  PLAIN: 'on'
                  FLAG: on
        """;
    assertThat(Yaml.read(yaml).function("Feed").environment())
        .isEqualTo(Map.of("PLAIN", "on", "FLAG", "true"));
    assertThat(Yaml.read(yaml, Map.of("Cache", "c1")).function("Feed").environment())
        .containsEntry("CACHE", "c1");
  }
}
