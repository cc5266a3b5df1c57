package app.oegukmin.qna;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.post.Author;
import app.oegukmin.shared.post.PostSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AnswerOrderTest {

  private static final int SIZE = 10;

  @Test
  @DisplayName("D-Q2: by likes, pages go on by likes and tell equal ones apart")
  void dQ2_goesOnByLikes() {
    List<Answer> answers =
        LongStream.rangeClosed(1, 37).mapToObj(n -> answer(n, n, n % 4)).toList();

    List<Answer> read = walk(answers, AnswerOrder.LIKE);

    assertThat(read).hasSameElementsAs(answers).doesNotHaveDuplicates();
    assertThat(read).extracting(Answer::likes).isSortedAccordingTo((a, b) -> Long.compare(b, a));
  }

  @Test
  @DisplayName("D-Q2: whose likes do not change between two pages comes exactly once")
  void dQ2_showsTheUnchangedOnceWhileOthersChange() {
    Random random = new Random(7);
    List<Answer> answers =
        new ArrayList<>(LongStream.rangeClosed(1, 40).mapToObj(n -> answer(n, n, 5)).toList());
    List<Answer> read = new ArrayList<>();
    PostSlice<Answer> page = AnswerOrder.LIKE.below(answers, Long.MAX_VALUE, SIZE);
    while (true) {
      read.addAll(page.rows());
      if (page.next().isEmpty()) {
        break;
      }
      int changed = 2 * random.nextInt(20);
      Answer old = answers.get(changed);
      answers.set(changed, answer(old.id(), old.ordinal(), random.nextInt(10)));
      page = AnswerOrder.LIKE.below(answers, page.next().get(), SIZE);
    }

    // Those with an even ordinal have never changed.
    for (long id = 2; id <= 40; id += 2) {
      long unchanged = id;
      assertThat(read).filteredOn(answer -> answer.id() == unchanged).hasSize(1);
    }
  }

  @Test
  @DisplayName("D-Q1: by date, pages go on below the id")
  void dQ1_goesOnById() {
    List<Answer> answers = LongStream.rangeClosed(1, 21).mapToObj(n -> answer(n, n, 0)).toList();

    assertThat(walk(answers, AnswerOrder.DATE)).isEqualTo(answers.reversed());
  }

  @Test
  void cursorsOfManyLikesFitIntoWhatEveryClientReadsExactly() {
    assertThat(AnswerOrder.LIKE.cursor(answer(1, (1 << 20) - 1, 1_000_000)))
        .isEqualTo(1_000_000L * (1 << 20) + (1 << 20) - 1)
        .isLessThan(1L << 53);
  }

  private static List<Answer> walk(List<Answer> answers, AnswerOrder order) {
    List<Answer> read = new ArrayList<>();
    PostSlice<Answer> page = order.below(answers, Long.MAX_VALUE, SIZE);
    read.addAll(page.rows());
    while (page.next().isPresent()) {
      page = order.below(answers, page.next().get(), SIZE);
      read.addAll(page.rows());
    }
    return read;
  }

  private static Answer answer(long id, long ordinal, long likes) {
    return new Answer(id, 1, ordinal, likes, Author.LEFT, "", "");
  }
}
