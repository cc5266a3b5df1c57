package app.oegukmin.local.campus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficialBoardsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private final List<Post> posts = OfficialBoards.load(TODAY).posts(OptionalInt.empty());

  @Test
  void sixBoardsHaveEightPostsOrMore() {
    assertThat(posts.stream().collect(Collectors.groupingBy(Post::board, Collectors.counting())))
        .hasSize(13)
        .satisfies(
            counts ->
                assertThat(counts.values()).filteredOn(count -> count >= 8).hasSizeGreaterThan(5));
  }

  @Test
  void everyPostHasItsOwnNumberAndAPastDay() {
    assertThat(posts).extracting(Post::number).doesNotHaveDuplicates();
    assertThat(posts).noneMatch(post -> post.written().isAfter(TODAY));
    assertThat(posts).filteredOn(post -> post.written().equals(TODAY)).isNotEmpty();
  }

  @Test
  void noTokenIsLeftInATitleOrBody() {
    assertThat(posts)
        .extracting(post -> post.title() + post.html())
        .noneMatch(text -> text.matches("(?s).*\\{(\\+|term|next).*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {PhraseBook.ENGLISH, PhraseBook.CHINESE})
  void everythingWrittenIsInThePhraseBook(String language) {
    PhraseBook phrases = PhraseBook.load();

    assertThat(posts.stream().flatMap(OfficialBoardsTest::texts).distinct())
        .filteredOn(text -> phrases.find(text, language).isEmpty())
        .isEmpty();
  }

  private static Stream<String> texts(Post post) {
    Element body = Jsoup.parseBodyFragment(post.html()).body();
    body.select("style").remove();
    Stream<String> lines = body.nodeStream(TextNode.class).map(TextNode::text);
    return Stream.concat(Stream.of(post.title(), post.department()), lines)
        .filter(text -> !text.isBlank());
  }
}
