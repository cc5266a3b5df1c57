package app.oegukmin.shared.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PostPageTest {

  private static final int SIZE = 3;

  private final AtomicInteger reads = new AtomicInteger();

  @Test
  @DisplayName("D-Q1: pages go on below the cursor, so that each row comes once")
  void dQ1_goesOnBelowTheCursor() {
    assertThat(page(7, Long.MAX_VALUE, id -> true)).isEqualTo(page(5, 7, 6, 5));
    assertThat(page(7, 5, id -> true)).isEqualTo(page(2, 4, 3, 2));
    assertThat(page(7, 2, id -> true)).isEqualTo(end(1));
    assertThat(page(7, 1, id -> true)).isEqualTo(end());
  }

  @Test
  void aFullLastPageHasNoNext() {
    assertThat(page(3, Long.MAX_VALUE, id -> true)).isEqualTo(end(3, 2, 1));
  }

  @Test
  void fillsAPageFromTheNextRows() {
    assertThat(page(12, Long.MAX_VALUE, id -> id % 3 == 0)).isEqualTo(page(4, 12, 9, 6));
  }

  @Test
  void cutsAPageWhereItIsFullAndGoesOnThere() {
    assertThat(page(9, Long.MAX_VALUE, id -> id != 8)).isEqualTo(page(6, 9, 7, 6));
    assertThat(reads).hasValue(2);
  }

  @Test
  void stopsAfterThreeReadsAndSaysWhereItHasStopped() {
    assertThat(page(20, Long.MAX_VALUE, id -> id == 19)).isEqualTo(page(12, 19));
    assertThat(reads).hasValue(3);
  }

  private PostPage<Long> page(long newest, long before, LongPredicate visible) {
    return PostPage.fill(
        SIZE,
        PostPage.READS,
        before,
        cursor -> slice(newest, cursor),
        rows -> rows.stream().filter(visible::test).toList(),
        Long::longValue);
  }

  private PostSlice<Long> slice(long newest, long before) {
    reads.incrementAndGet();
    List<Long> rows =
        LongStream.iterate(Math.min(newest, before - 1), id -> id > 0, id -> id - 1)
            .limit(SIZE + 1)
            .boxed()
            .toList();
    return PostSlice.of(rows, SIZE, Long::longValue);
  }

  private static PostPage<Long> page(long next, long... ids) {
    return new PostPage<>(LongStream.of(ids).boxed().toList(), Optional.of(next));
  }

  private static PostPage<Long> end(long... ids) {
    return new PostPage<>(LongStream.of(ids).boxed().toList(), Optional.empty());
  }
}
