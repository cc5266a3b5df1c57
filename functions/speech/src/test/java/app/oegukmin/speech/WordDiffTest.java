package app.oegukmin.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordDiffTest {

  private static Word said(String text, double accuracy) {
    return new Word(text, accuracy < 60 ? "Mispronunciation" : Word.NONE, accuracy);
  }

  @Test
  void keepsWhatWasSaidAsItWasSaid() {
    assertThat(
            WordDiff.of(List.of("안녕하세요", "반갑습니다"), List.of(said("안녕하세요", 97), said("반갑습니다", 40))))
        .containsExactly(said("안녕하세요", 97), said("반갑습니다", 40));
  }

  @Test
  void comparesWithoutCaseAndPunctuation() {
    assertThat(
            WordDiff.of(
                new Sentence("\"TV\"를 봐요.").words(), List.of(said("tv\"를", 80), said("봐요?", 90))))
        .containsExactly(said("tv\"를", 80), said("봐요?", 90));
  }

  @Test
  void putsTheSentencesWordBeforeWhatWasSaidInstead() {
    assertThat(
            WordDiff.of(
                List.of("가", "나", "다"), List.of(said("가", 90), said("라", 70), said("다", 80))))
        .containsExactly(said("가", 90), Word.omitted("나"), said("라", 70).inserted(), said("다", 80));
  }

  @Test
  void knowsNothingSaidAndNothingAsked() {
    assertThat(WordDiff.of(List.of("가", "나"), List.of()))
        .containsExactly(Word.omitted("가"), Word.omitted("나"));
    assertThat(WordDiff.of(List.of(), List.of(said("가", 90))))
        .containsExactly(said("가", 90).inserted());
  }

  @Test
  void findsAsManyWordsAsThereCanBe() {
    Random random = new Random(3);
    for (int run = 0; run < 3_000; run++) {
      List<String> reference = words(random, random.nextInt(9));
      List<String> recognised = words(random, random.nextInt(9));
      List<Word> said = recognised.stream().map(word -> said(word, 88)).toList();

      List<Word> merged = WordDiff.of(reference, said);

      List<String> ofSentence = new ArrayList<>();
      List<String> ofSpeech = new ArrayList<>();
      int matched = 0;
      for (Word word : merged) {
        matched += word.is(Word.NONE) ? 1 : 0;
        if (!word.is(Word.INSERTION)) {
          ofSentence.add(word.text());
        }
        if (!word.is(Word.OMISSION)) {
          ofSpeech.add(word.text());
        }
      }
      assertThat(ofSentence).isEqualTo(reference);
      assertThat(ofSpeech).isEqualTo(recognised);
      assertThat(matched).as("%s, %s", reference, said).isEqualTo(most(reference, recognised));
    }
  }

  /** The slow way: tries every subset of the one in the other. */
  private static int most(List<String> reference, List<String> recognised) {
    int most = 0;
    for (int subset = 0; subset < 1 << reference.size(); subset++) {
      List<String> some = new ArrayList<>();
      for (int i = 0; i < reference.size(); i++) {
        if ((subset >> i & 1) == 1) {
          some.add(reference.get(i));
        }
      }
      if (some.size() > most && isWithin(some, recognised)) {
        most = some.size();
      }
    }
    return most;
  }

  private static boolean isWithin(List<String> some, List<String> all) {
    int next = 0;
    for (String word : all) {
      if (next < some.size() && some.get(next).equals(word)) {
        next++;
      }
    }
    return next == some.size();
  }

  private static List<String> words(Random random, int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(List.of("가", "나", "다", "라").get(random.nextInt(4)));
    }
    return words;
  }
}
