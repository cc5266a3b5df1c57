package app.oegukmin.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static Settings of(Map<String, String> environment) {
    return Settings.of(environment, Path.of("/checkout"));
  }

  @Test
  void runsTheSampleOnPort8080WithoutBeingAsked() {
    assertThat(of(Map.of()))
        .isEqualTo(
            new Settings(
                Path.of("/checkout"),
                8080,
                CampusChoice.SAMPLE,
                List.of(),
                false,
                1_000,
                false,
                "none",
                false,
                Optional.empty()));
    assertThat(of(Map.of("PORT", " ", "CAMPUS", "", "SIGN_IN_MODE", ""))).isEqualTo(of(Map.of()));
  }

  @Test
  void takesAnotherPortAndTheRealCampus() {
    assertThat(of(Map.of("PORT", "9000", "CAMPUS", "live")))
        .isEqualTo(
            new Settings(
                Path.of("/checkout"),
                9000,
                CampusChoice.LIVE,
                List.of(),
                false,
                1_000,
                false,
                "none",
                false,
                Optional.empty()));
  }

  @Test
  void takesTheBoardsOfTheFirstCrawl() {
    assertThat(of(Map.of("BOARDS", "official-academic, ciss-visa,")).boards())
        .containsExactly("official-academic", "ciss-visa");
  }

  @Test
  void takesTheConcurrencyOfANewAccount() {
    assertThat(of(Map.of("CONCURRENCY", "10")).concurrency()).isEqualTo(10);
  }

  @Test
  void loadsFunctionsLateWhenAskedTo() {
    assertThat(of(Map.of("LAZY", "yes")).lazy()).isTrue();
    assertThat(of(Map.of("LAZY", "no")).lazy()).isFalse();
  }

  @Test
  void takesAModelForTheChatbot() {
    assertThat(of(Map.of("CHATBOT", "openai")).chatbot()).isEqualTo("openai");
    assertThat(of(Map.of("CHATBOT", "bedrock")).chatbot()).isEqualTo("bedrock");
  }

  @Test
  void takesTheSeedOfTrouble() {
    assertThat(of(Map.of("TROUBLE", "7")).trouble()).contains(7L);
  }

  @Test
  void isStrictWhenAskedTo() {
    assertThat(of(Map.of("SIGN_IN_MODE", "strict")).strict()).isTrue();
    assertThat(of(Map.of("SIGN_IN_MODE", "legacy")).strict()).isFalse();
  }

  @Test
  void searchesByOpenSearchWhenAskedTo() {
    assertThat(of(Map.of("SEARCH_ENGINE", "opensearch")).openSearch()).isTrue();
    assertThat(of(Map.of("SEARCH_ENGINE", "lucene")).openSearch()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:9099", "http://localhost:9099/"})
  void takesAStandInForEverySite(String campus) {
    assertThat(of(Map.of("CAMPUS", campus)).campus())
        .isEqualTo(new CampusChoice(false, Optional.of(URI.create("http://localhost:9099"))));
  }

  @ParameterizedTest
  @CsvSource({
    "PORT,0",
    "PORT,65536",
    "PORT,99999999999",
    "PORT,-1",
    "PORT,http",
    "CONCURRENCY,0",
    "CONCURRENCY,1001",
    "CONCURRENCY,many",
    "LAZY,very",
    "TROUBLE,much",
    "CHATBOT,gpt",
    "CAMPUS,real",
    "CAMPUS,ftp://a",
    "SIGN_IN_MODE,true",
    "SEARCH_ENGINE,solr"
  })
  void saysInASentenceWhatItDoesNotUnderstand(String name, String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(Map.of(name, value)))
        .withMessageStartingWith(name + " is ")
        .withMessageEndingWith("not " + value + ".");
  }
}
