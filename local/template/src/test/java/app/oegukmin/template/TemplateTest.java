package app.oegukmin.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

  @Test
  void readsAFile(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("template.yaml"), "Resources: {Images: {Type: 'AWS::S3::Bucket'}}");
    assertThat(Template.read(file, Map.of(), Yaml.NAMES).buckets())
        .containsExactly(new Bucket("Images", "t-images"));
  }

  @Test
  void readsTheProjectsOwn() throws IOException {
    Path file = Path.of(System.getProperty("project.root"), "template.yaml");
    var template = Template.read(file, Map.of("Local", "true"), Yaml.NAMES);
    var me = template.api().orElseThrow().routes().stream().filter(r -> r.path().endsWith("/me"));
    assertThat(me).extracting(Route::authorizer).containsOnly(Optional.of("Member"));
    assertThat(template.outputs()).containsEntry("KeyTableName", "t-KeyTable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'' | Template, line 1: A template must be a mapping",
        "Resources: [ | Template, line 1: not YAML: expected the node content",
        "Resources: {A: {Type: X}, A: {Type: Y}} | Template, line 1: A stands here twice",
        "Resources: {A: {Properties: {}}} | A, line 1: Type is missing",
        "Resources: {A: {Type: 'AWS::S3::Bucket', Properties: {BucketName: b}}} | "
            + "A, line 1: BucketName is not supported here",
        "Parameters: {P: {Type: String}} | P, line 1: the parameter has no value",
        "Parameters: {P: {Type: String, Default: c, AllowedValues: [a, b]}} | "
            + "P, line 1: 'c' is not an allowed value",
      })
  void complainsInOneSentence(String yaml, String message) {
    assertThatThrownBy(() -> Yaml.read(yaml))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void refusesAnEmptyFile() {
    assertThatThrownBy(() -> Yaml.read("")).hasMessage("Template, line 1: the file is empty");
  }

  @Test
  void refusesAValueForAParameterItDoesNotHave() {
    assertThatThrownBy(() -> Yaml.read("Parameters: {}", Map.of("Locl", "true")))
        .hasMessage("Template, line 1: there is no parameter Locl");
  }

  @Test
  void refusesASecondApi() {
    assertThatThrownBy(
            () ->
                Yaml.read(
                    """
                    Resources:
                      One: {Type: 'AWS::Serverless::Api', Properties: {StageName: v1}}
                      Two: {Type: 'AWS::Serverless::Api', Properties: {StageName: v1}}
                    """))
        .hasMessageEndingWith("there is more than one AWS::Serverless::Api");
  }

  @Test
  void doesNotLookIntoResourcesWithoutAView() {
    assertThat(
            Yaml.read(
                    """
                    Resources:
                      Alarm: {Type: 'AWS::CloudWatch::Dashboard', Properties: {X: !GetAtt Nobody.Arn}}
                    """)
                .functions())
        .isEmpty();
  }

  @Test
  void saysWhichFunctionThereIsNot() {
    assertThatThrownBy(() -> Yaml.read("Resources: {}").function("Feed"))
        .hasMessage("There is no function Feed");
  }
}
