package app.oegukmin.shared.notice;

import static app.oegukmin.shared.notice.Notices.ACADEMIC;
import static app.oegukmin.shared.notice.Notices.SCHOLARSHIP;
import static app.oegukmin.shared.notice.Notices.notice;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.language.Language;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Crawls overlap: a queue delivers a board's page twice. */
@Tag("process")
class ArticleRaceTest {

  private static final int RUNNERS = 4;

  @RegisterExtension static final Stack STACK = NoticeStore.tables();

  private NoticeStore store;

  @BeforeEach
  void clear() {
    STACK.clear();
    store = NoticeStore.of(STACK, new FakeClock(Instant.parse("2026-10-03T00:30:00Z")));
  }

  @RepeatedTest(10)
  @DisplayName("D-O3: of several crawls that meet an article, exactly one publishes it")
  void dO3_onePublisherWins() throws Exception {
    List<Optional<Article>> outcomes =
        race(() -> store.articles().publish(notice("a", "수강신청"), 1, 1));

    assertThat(outcomes).filteredOn(Optional::isPresent).hasSize(1);
    assertThat(store.items("ArticleTable")).hasSize(1);
    assertThat(store.items("NoticeBodyTable")).hasSize(1);
    assertThat(store.items("NoticeTable")).hasSize(2 * Language.values().length);
  }

  @RepeatedTest(10)
  void articlesThatWantOneIdAllGetOne() throws Exception {
    List<Callable<Optional<Article>>> publishers =
        IntStream.range(0, RUNNERS)
            .<Callable<Optional<Article>>>mapToObj(
                i ->
                    () -> store.articles().publish(notice("a" + i, "제목"), 1, 1L + ((long) i << 27)))
            .toList();

    assertThat(race(publishers))
        .extracting(Optional::orElseThrow)
        .extracting(Article::id)
        .doesNotHaveDuplicates();
  }

  @RepeatedTest(10)
  void oneReviserWins() throws Exception {
    Article known = store.publish(notice("a", "옛 제목")).getFirst();
    List<Boolean> outcomes =
        race(() -> store.articles().revise(known, notice("a", SCHOLARSHIP, "새 제목", "")));

    assertThat(outcomes).filteredOn(won -> won).hasSize(1);
    assertThat(store.page(Language.KO, ACADEMIC)).isEmpty();
    assertThat(store.page(Language.KO, SCHOLARSHIP)).hasSize(1);
  }

  private static <T> List<T> race(Callable<T> runner) throws Exception {
    return race(IntStream.range(0, RUNNERS).mapToObj(i -> runner).toList());
  }

  private static <T> List<T> race(List<Callable<T>> runners) throws Exception {
    CyclicBarrier start = new CyclicBarrier(runners.size());
    List<T> outcomes = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(runners.size())) {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> runner : runners) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return runner.call();
                }));
      }
      for (Future<T> each : running) {
        outcomes.add(each.get());
      }
    }
    return outcomes;
  }
}
