package app.oegukmin.shared.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HighlightsTest {

  private final Highlights highlights = new Highlights(new LuceneAnalyzers(Analysis.shipped()));

  @Test
  void marksEachPlaceOfAWord() {
    assertThat(marked("장학", "장학금 안내와 장학생 선발")).containsExactly("장학", "장학");
  }

  @Test
  void marksAWordThatIsWrittenApart() {
    assertThat(marked("졸업 앨범", "졸업앨범 촬영")).containsExactly("졸업앨범");
  }

  @Test
  void marksAnotherFormOfAnEnglishWord() {
    assertThat(marked("dormitory", "The Dormitories open")).containsExactly("Dormitories");
  }

  @Test
  void marksWhatLooksTheSameAsItWasWritten() {
    String pieces = Normalizer.normalize("유학생", Normalizer.Form.NFD);

    assertThat(marked("topik", "제100회 ＴＯＰＩＫ 접수")).containsExactly("ＴＯＰＩＫ");
    assertThat(marked("유학생", "외국인 " + pieces + " 안내")).containsExactly(pieces);
  }

  @Test
  void marksNothingWhereNothingIsFound() {
    assertThat(marked("기숙사", "장학금 안내")).isEmpty();
    assertThat(marked("", "장학금 안내")).isEmpty();
    assertThat(marked("장학금", "\ud83d")).isEmpty();
  }

  private List<String> marked(String words, String text) {
    var query = SearchQuery.of(words, Set.of(), Set.of(), Optional.empty());
    return highlights.of(query, text).stream()
        .map(span -> text.substring(span.start(), span.end()))
        .toList();
  }
}
