package app.oegukmin.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.speech.SpeechFailure.Kind;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AzureResponseTest {

  private static final String FLAT =
      """
      {"RecognitionStatus":"Success","Offset":700000,"Duration":14300000,
       "DisplayText":"안녕하세요 반갑습니다.","SNR":30.1,
       "NBest":[
        {"Confidence":0.97,"Lexical":"안녕하세요 반갑습니다","Display":"안녕하세요, 반갑습니다.",
         "AccuracyScore":96,"FluencyScore":88.5,"CompletenessScore":100,"PronScore":93.2,
         "Words":[
          {"Word":"안녕하세요","Offset":700000,"Duration":7000000,"AccuracyScore":98,"ErrorType":"None"},
          {"Word":"반갑습니다","AccuracyScore":41,"ErrorType":"Mispronunciation"},
          {"Word":"여러분","ErrorType":"Omission"}]},
        {"Confidence":0.5,"Display":"another","AccuracyScore":1,"FluencyScore":1,
         "CompletenessScore":1,"PronScore":1,"Words":[{"Word":"another","AccuracyScore":1}]}]}
      """;

  private static final String NESTED =
      """
      {"RecognitionStatus":"Success","Duration":"14300000","DisplayText":"안녕하세요, 반갑습니다.",
       "NBest":[
        {"Confidence":"0.97","Lexical":"안녕하세요 반갑습니다",
         "PronunciationAssessment":{"AccuracyScore":"96.0","FluencyScore":88.5,
          "CompletenessScore":100.0,"PronScore":93.2},
         "Words":[
          {"Word":"안녕하세요","PronunciationAssessment":{"AccuracyScore":98.0,"ErrorType":"None"}},
          {"Word":"반갑습니다",
           "PronunciationAssessment":{"AccuracyScore":41.0,"ErrorType":"Mispronunciation"}},
          {"Word":"여러분","PronunciationAssessment":{"ErrorType":"Omission"}}]}]}
      """;

  private static final Segment SEGMENT =
      new Segment(
          "안녕하세요, 반갑습니다.",
          96,
          93.2,
          100,
          88.5,
          14_300_000,
          List.of(new Word("안녕하세요", "None", 98), new Word("반갑습니다", "Mispronunciation", 41)));

  private static String silence(String status) {
    return "{\"RecognitionStatus\":\"" + status + "\",\"Offset\":0,\"Duration\":9}";
  }

  @ParameterizedTest
  @ValueSource(strings = {FLAT, NESTED})
  @DisplayName("D-P4: the first alternative alone counts, in both forms of a result")
  void dP4_readsBothFormsOfAResult(String body) {
    assertThat(AzureResponse.read(body)).containsExactly(SEGMENT);
  }

  @Test
  @DisplayName("D-P4: of several segments each keeps its words and scores")
  void dP4_readsSeveralSegments() {
    String other = FakeAzure.said("네", 70);
    assertThat(AzureResponse.read("[" + FLAT + "," + silence("NoMatch") + "," + other + "]"))
        .extracting(Segment::text)
        .containsExactly("안녕하세요, 반갑습니다.", "네");
    assertThat(AzureResponse.read(FLAT + "\n" + other + silence("EndOfDictation"))).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NoMatch", "InitialSilenceTimeout", "BabbleTimeout"})
  void knowsThatNothingWasRecognised(String status) {
    assertThat(AzureResponse.read(silence(status))).isEmpty();
  }

  @Test
  void takesASuccessWithoutAWordForNothing() {
    assertThat(
            AzureResponse.read(
                "{\"RecognitionStatus\":\"Success\",\"DisplayText\":\"\",\"NBest\":[{\"Words\":[]}]}"))
        .isEmpty();
  }

  @Test
  @DisplayName("D-P3: what Azure says has failed is no score")
  void dP3_takesItsErrorForAFailure() {
    assertThatThrownBy(() -> AzureResponse.read(silence("Error")))
        .isInstanceOfSatisfying(
            SpeechFailure.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE));
  }

  @Test
  @DisplayName("D-P3: a response that lacks a score is a failure and never zero points")
  void dP3_takesWhatItCannotReadForAFailure() {
    for (String body :
        List.of(
            "",
            "   ",
            "<html>",
            "{",
            "{}",
            "null",
            "3",
            "[]",
            silence("Success"),
            silence("Other"),
            FLAT.substring(0, 300),
            FLAT.replace("\"PronScore\":93.2", "\"Other\":1"),
            FLAT.replace("\"AccuracyScore\":98,", ""),
            FLAT.replace("88.5", "\"NaN\""),
            FLAT.replace("88.5", "101"),
            FLAT.replace("88.5", "-1"),
            FLAT.replace("\"Word\":\"안녕하세요\"", "\"Word\":null"))) {
      assertThatThrownBy(() -> AzureResponse.read(body))
          .as("%s", body)
          .isInstanceOfSatisfying(
              SpeechFailure.class,
              failure -> assertThat(failure.kind()).isEqualTo(Kind.UNREADABLE));
    }
  }
}
