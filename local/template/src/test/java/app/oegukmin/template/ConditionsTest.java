package app.oegukmin.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {

  private static final String TEMPLATE =
      """
      Parameters:
        Local: {Type: String, Default: 'false'}
      Conditions:
        IsLocal: !Equals [!Ref Local, 'true']
        Tested: %s
      Resources:
        Work: {Type: 'AWS::SQS::Queue', Condition: Tested}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "!Equals [!Ref Local, 'true'] | true",
        "!Equals [!Ref Local, true] | true",
        "!Not [!Condition IsLocal] | false",
        "!Not [{Condition: IsLocal}] | false",
        "!And [!Condition IsLocal, !Equals [a, b]] | false",
        "!And [!Condition IsLocal, !Equals [a, a]] | true",
        "!Or [!Condition IsLocal, !Equals [a, b]] | true",
        "!Or [!Equals [a, b], !Equals [c, d]] | false",
      })
  void decideWhetherAResourceExists(String condition, boolean exists) {
    var template = Yaml.read(TEMPLATE.formatted(condition), Map.of("Local", "true"));
    assertThat(template.queues()).hasSize(exists ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "!Join ['', []] | Fn::Join is no condition",
        "!Equals [a] | Fn::Equals cannot take 1 operands",
        "!Condition Nothing | there is no condition Nothing",
        "{a: 1, b: 2} | a condition is one function",
      })
  void refuseWhatIsNoCondition(String condition, String sentence) {
    assertThatThrownBy(() -> Yaml.read(TEMPLATE.formatted(condition)))
        .isInstanceOf(TemplateException.class)
        .hasMessageEndingWith("line 5: " + sentence);
  }

  @Test
  void leaveOutOutputsToo() {
    var yaml =
        """
        Conditions: {Never: !Equals [a, b]}
        Resources: {Cdn: {Type: 'AWS::CloudFront::Distribution', Condition: Never}}
        Outputs:
          Domain: {Condition: Never, Value: !GetAtt Cdn.DomainName}
          Stack: {Value: !Ref AWS::StackName}
        """;
    assertThat(Yaml.read(yaml).outputs()).isEqualTo(Map.of("Stack", "oegukmin-local"));
  }
}
