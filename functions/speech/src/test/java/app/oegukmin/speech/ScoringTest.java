package app.oegukmin.speech;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.json.Json;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScoringTest {

  private static final Sentence SENTENCE = new Sentence("오늘 날씨가 아주, 좋아요.");

  private static Word said(String text, double accuracy) {
    return new Word(text, accuracy < 60 ? "Mispronunciation" : Word.NONE, accuracy);
  }

  private static Segment segment(String text, double fluency, long duration, Word... words) {
    return new Segment(text, 91, 92, 93, fluency, duration, List.of(words));
  }

  @Test
  void scoresByTheContractsAlgorithm() {
    SpeechView view =
        Scoring.of(
            SENTENCE,
            List.of(
                segment(
                    "오늘 음 날씨가",
                    80,
                    10,
                    said("오늘", 90),
                    said("음", 70),
                    said("날씨가", 50),
                    said("좋아요", 100))));

    assertThat(view.wordList())
        .containsExactly(
            new WordView("오늘", "None", 90),
            new WordView("음", "Insertion", 70),
            new WordView("날씨가", "Mispronunciation", 50),
            new WordView("아주", "Omission", 0),
            new WordView("좋아요", "None", 100));
    // (90 + 50 + 0 + 100) / 4, without the insertion; 2 good ones of 4.
    assertThat(view.paragraphAccuracy()).isEqualTo(60);
    assertThat(view.paragraphCompleteness()).isEqualTo(50);
    assertThat(view.paragraphFluency()).isEqualTo(80);
  }

  @Test
  @DisplayName("D-P4: all words of all segments count, and fluency by their length")
  void dP4_takesAllSegmentsTogether() {
    SpeechView view =
        Scoring.of(
            SENTENCE,
            List.of(
                segment("오늘 날씨가", 60, 30, said("오늘", 90), said("날씨가", 80)),
                segment("아주 좋아요", 100, 10, said("아주", 70), said("좋아요", 100))));

    assertThat(view.wordList()).extracting(WordView::errorType).containsOnly("None").hasSize(4);
    assertThat(view.paragraphFluency()).isEqualTo(70);
    assertThat(view.paragraphAccuracy()).isEqualTo(85);
    assertThat(view.paragraphCompleteness()).isEqualTo(100);
    assertThat(view.text()).isEqualTo("아주 좋아요");
    assertThat(view.fluencyScore()).isEqualTo(100);
  }

  @Test
  void weighsSegmentsWithoutDurationAlike() {
    assertThat(
            Scoring.of(SENTENCE, List.of(segment("a", 60, 0), segment("b", 90, 0)))
                .paragraphFluency())
        .isEqualTo(75);
  }

  @Test
  void writesNumbersWithAFractionAndLeavesOutWhatIsNotThere() throws Exception {
    String all =
        Json.MAPPER.writeValueAsString(
            Scoring.of(new Sentence("네"), List.of(segment("네", 99, 1, said("네", 100)))));
    assertThat(all)
        .isEqualTo(
            "{\"text\":\"네\",\"accuracyScore\":91.0,\"pronunciationScore\":92.0,"
                + "\"completenessScore\":93.0,\"fluencyScore\":99.0,\"paragraphAccuracy\":100.0,"
                + "\"paragraphCompleteness\":100.0,\"paragraphFluency\":99.0,"
                + "\"wordList\":[{\"word\":\"네\",\"errorType\":\"None\",\"accuracy\":100.0}]}");

    assertThat(Json.MAPPER.writeValueAsString(Scoring.of(new Sentence("네"), List.of())))
        .isEqualTo(
            "{\"paragraphAccuracy\":0.0,\"paragraphCompleteness\":0.0,\"paragraphFluency\":0.0,"
                + "\"wordList\":[{\"word\":\"네\",\"errorType\":\"Omission\",\"accuracy\":0.0}]}");
  }
}
