package app.oegukmin.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.template.UsagePlan.Throttle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsagePlanReaderTest {

  private static final String TEMPLATE =
      """
      Parameters:
        Daily: {Type: Number, Default: '0'}
      Conditions:
        HasQuota: !Not [!Equals [!Ref Daily, '0']]
      Resources:
        Plan:
          Type: AWS::ApiGateway::UsagePlan
          Properties:
            ApiStages: [{ApiId: !Ref Api, Stage: !Ref Api.Stage}]
            Throttle: {RateLimit: 5, BurstLimit: 10}
            Quota: !If [HasQuota, {Limit: !Ref Daily, Period: DAY}, !Ref AWS::NoValue]
        Key:
          Type: AWS::ApiGateway::ApiKey
          Properties:
            Value: !Join ['-', [member, !Select [2, !Split ['/', !Ref AWS::StackId]]]]
        Tie:
          Type: AWS::ApiGateway::UsagePlanKey
          Properties: {UsagePlanId: !Ref Plan, KeyId: !Ref Key, KeyType: API_KEY}
        OtherKey:
          Type: AWS::ApiGateway::ApiKey
          Properties: {Value: of-no-plan}
        OtherPlan:
          Type: AWS::ApiGateway::UsagePlan
          Properties: {}
      """;

  @Test
  void findsTheKeysOfAPlan() {
    assertThat(Yaml.read(TEMPLATE).usagePlans())
        .containsExactly(
            new UsagePlan(
                "Plan",
                List.of("member-00000000-0000-0000-0000-000000000000"),
                Optional.of(new Throttle(5, 10)),
                Optional.empty()),
            new UsagePlan("OtherPlan", List.of(), Optional.empty(), Optional.empty()));
  }

  @Test
  void readsAQuotaWhereThereIsOne() {
    UsagePlan plan = Yaml.read(TEMPLATE, Map.of("Daily", "1000")).usagePlans().getFirst();
    assertThat(plan.requestsPerDay()).contains(1000);
  }

  @Test
  void refusesAnotherPeriod() {
    String monthly = TEMPLATE.replace("Period: DAY", "Period: MONTH");
    assertThatThrownBy(() -> Yaml.read(monthly, Map.of("Daily", "1")))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("DAY");
  }
}
