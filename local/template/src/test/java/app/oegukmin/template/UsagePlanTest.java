package app.oegukmin.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsagePlanTest {

  private static final String TEMPLATE =
      """
      Parameters:
        Daily: {Type: Number, Default: '0'}
      Conditions:
        HasQuota: !Not [!Equals [!Ref Daily, '0']]
      Resources:
        Api: {Type: 'AWS::Serverless::Api', Properties: {StageName: live}}
        Plan:
          Type: AWS::ApiGateway::UsagePlan
          Properties:
            ApiStages: [{ApiId: !Ref Api, Stage: !Ref Api.Stage}]
            Throttle: {RateLimit: 5, BurstLimit: 10}
            Quota: !If [HasQuota, {Limit: !Ref Daily, Period: DAY}, !Ref AWS::NoValue]
        Key:
          Type: AWS::ApiGateway::ApiKey
          Properties:
            Enabled: true
            Value: !Join ['-', [member, !Select [2, !Split ['/', !Ref AWS::StackId]]]]
        Tie:
          Type: AWS::ApiGateway::UsagePlanKey
          Properties: {UsagePlanId: !Ref Plan, KeyId: !Ref Key, KeyType: API_KEY}
        OtherKey:
          Type: AWS::ApiGateway::ApiKey
          Properties: {Value: the-key-of-no-plan-at-all, Enabled: true}
        OtherPlan:
          Type: AWS::ApiGateway::UsagePlan
          Properties: {ApiStages: [{ApiId: !Ref Api, Stage: live}]}
        Elsewhere:
          Type: AWS::ApiGateway::UsagePlan
          Properties: {ApiStages: [{ApiId: !Ref Api, Stage: test}, {ApiId: x, Stage: live}]}
      """;

  private static List<UsagePlan> plans(String template, Map<String, String> parameters) {
    return Yaml.read(template, parameters).api().orElseThrow().stage().plans();
  }

  @Test
  void findsThePlansOfTheStageAndTheirKeys() {
    assertThat(plans(TEMPLATE, Map.of()))
        .containsExactly(
            new UsagePlan(
                "Plan",
                List.of(new UsagePlan.Key("t-Key", "member-00000000-0000-0000-0000-000000000000")),
                Optional.of(new Throttle(5, 10)),
                Optional.empty()),
            new UsagePlan("OtherPlan", List.of(), Optional.empty(), Optional.empty()));
  }

  @Test
  void readsAQuotaWhereThereIsOne() {
    assertThat(plans(TEMPLATE, Map.of("Daily", "1000")).getFirst().requestsPerDay()).contains(1000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"Enabled: true | Enabled: false", "Enabled: true | Name: k"})
  void leavesOutAKeyThatIsNotEnabled(String what, String instead) {
    String disabled = TEMPLATE.replaceFirst(what, instead);
    assertThat(plans(disabled, Map.of()).getFirst().keys()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Period: DAY | Period: MONTH | only quotas by DAY are supported here",
        "the-key-of-no-plan-at-all | short | a key's Value has 20 to 128 characters",
        "Stage: test | Stage: test, Throttle: {} | Throttle is not supported here",
        "RateLimit: 5, | '' | RateLimit is missing",
      })
  void refuses(String what, String instead, String sentence) {
    String broken = TEMPLATE.replace(what, instead);
    assertThatThrownBy(() -> Yaml.read(broken, Map.of("Daily", "1")))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(sentence);
  }
}
