package app.oegukmin.shared.search;

import static app.oegukmin.shared.search.SearchKind.ANSWER;
import static app.oegukmin.shared.search.SearchKind.FAQ;
import static app.oegukmin.shared.search.SearchKind.HELP;
import static app.oegukmin.shared.search.SearchKind.NOTICE;
import static app.oegukmin.shared.search.SearchKind.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.text.Folding;
import app.oegukmin.testkit.FakeClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What either engine promises to those who write an index and to those who search it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SearchContract {

  static final Instant START = Instant.parse("2056-03-01T00:00:00Z");

  /** Longer than a writer's lease. */
  private static final Duration LONG = Duration.ofMinutes(2);

  /** What has 장학금. */
  private static final Long[] ALL_IDS = {5L, 4L, 3L, 2L, 1L};

  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final Set<SearchKind> ALL = EnumSet.allOf(SearchKind.class);

  @TempDir static Path folder;

  FakeClock clock;
  CommitTable commits;
  IndexStore store;
  SearchIndex index;

  /** Starts with an empty index: sets all fields. */
  abstract void open() throws IOException;

  @BeforeAll
  void write() throws IOException {
    open();
    assertThat(ids(index.newest(query("장학금"), Long.MAX_VALUE, 5))).as("at first").isEmpty();
    apply(
        put(NOTICE, 1, 1, "학사공지", 10, "국가장학금 신청", "마감은 금요일"),
        put(NOTICE, 2, 2, "장학공지", 10, "등록 안내", "국가 장학금 신청 서류"),
        put(NOTICE, 3, 3, "장학공지", 10, "국가 장학금 신청", "안내"),
        put(NOTICE, 4, 4, "학사공지", 90, "국가 장학금 신청", "안내"),
        put(HELP, 5, 5, "학사공지", 10, "신청 국가 장학금", "안내"),
        put(NOTICE, 6, 6, "기타", 10, "안내", "졸업식 일정"),
        put(NOTICE, 7, 7, "기타", 10, "졸업식 일정", "안내"),
        put(QUESTION, 70, 70, "비자", 10, "비자 연장", "어디서 하나요 통금"),
        put(ANSWER, 71, 70, "비자", 10, "", "비자 연장 후문에서"),
        put(ANSWER, 72, 70, "비자", 10, "", "비자 연장 정문에서"),
        put(HELP, 80, 80, "생활", 10, "비자 도움", "통금"));
    IndexChange english =
        IndexChange.put(
            document(FAQ, 90, 90, Optional.of(Language.EN_US), "Visa", 10, "Visa extension", ""));
    apply(english);
  }

  @Test
  void findsTheNewestFirst() {
    assertThat(newest("장학금", Long.MAX_VALUE, 10)).containsExactly(ALL_IDS);
    assertThat(newest("장학금", 3, 1)).containsExactly(2L);
    assertThat(newest("장학금", 1, 10)).isEmpty();
    assertThat(newest("장학금", Long.MAX_VALUE, 0)).isEmpty();
  }

  @Test
  void findsAQuestionOnceHoweverManyAnswersHaveTheWord() {
    assertThat(newest("비자", Long.MAX_VALUE, 10)).hasSize(2);
    assertThat(index.newest(query("비자"), Long.MAX_VALUE, 10))
        .extracting(SearchHit::list)
        .containsExactly(80L, 70L);
    assertThat(index.best(query("연장"), 10))
        .singleElement()
        .satisfies(hit -> assertThat(hit.shownAs()).isEqualTo(QUESTION));
  }

  @Test
  void findsWhatHasEveryWord() {
    assertThat(newest("장학금 서류", Long.MAX_VALUE, 10)).containsExactly(2L);
    assertThat(newest("장학금 비자", Long.MAX_VALUE, 10)).isEmpty();
  }

  @Test
  void findsAmongKindsLanguagesAndGroups() {
    assertThat(ids(Set.of(HELP), Set.of(), "", "비자")).containsExactly(80L);
    assertThat(ids(ALL, Set.of(), "장학공지", "장학금")).containsExactly(3L, 2L);
    assertThat(ids(ALL, Set.of(), "VISA", "extension")).containsExactly(90L);
    assertThat(ids(ALL, Set.of(Language.EN_US), "", "extension")).containsExactly(90L);
    assertThat(ids(ALL, Set.of(Language.KO), "", "extension")).isEmpty();
    assertThat(ids(ALL, Set.of(Language.ZH), "", "비자")).as("has none").hasSize(2);
  }

  @Test
  void putsTheWordsTogetherThenTheTitleThenTheNewerFirst() {
    List<SearchHit> best = index.best(query("국가 장학금 신청"), 10);

    assertThat(ids(best)).containsExactlyInAnyOrder(ALL_IDS);
    assertThat(ids(best)).as("together").containsSubsequence(3L, 5L);
    assertThat(ids(best)).as("newer").containsSubsequence(3L, 4L);
    assertThat(ids(index.best(query("졸업식"), 10))).as("titles first").containsExactly(7L, 6L);
    assertThat(best)
        .extracting(SearchHit::score)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void findsByAQuestionInWholeSentences() {
    List<SearchHit> related = index.related(query("정문 비자 통금 궁금"), 3);

    assertThat(ids(related)).contains(72L).hasSize(3);
    assertThat(related).allSatisfy(hit -> assertThat(hit.score()).isPositive());
  }

  @Test
  void takesEveryCharacterLiterally() {
    for (String odd : List.of("title_korean:장학금", "장학금 OR *", "\"장학금", "장학금~2", "{\"장학금\"")) {
      assertThat(newest(odd, Long.MAX_VALUE, 10)).as(odd).isSubsetOf(ALL_IDS);
    }
    for (String nothing : List.of("", " ", "*", "뷁".repeat(10_000))) {
      assertThat(newest(nothing, Long.MAX_VALUE, 10)).as(nothing).isEmpty();
      assertThat(index.best(query(nothing), 10)).isEmpty();
      assertThat(index.related(query(nothing), 10)).isEmpty();
    }
    assertThat(newest("\ud83d", Long.MAX_VALUE, 10)).isSubsetOf(20L);
    assertThat(newest(Normalizer.normalize("장학금", Normalizer.Form.NFD), Long.MAX_VALUE, 10))
        .containsExactly(ALL_IDS);
  }

  @Test
  void takesTheSameChangesTwice() throws IOException {
    IndexChange old = put(NOTICE, 10, 10, "", 10, "토픽 접수", "");
    IndexChange changed = put(NOTICE, 10, 10, "", 10, "토픽 결과", "");
    apply(old, put(NOTICE, 11, 11, "", 10, "토픽 일정", ""));
    apply(changed);
    apply(changed, IndexChange.remove(NOTICE, 11));
    apply(IndexChange.remove(NOTICE, 11));

    assertThat(newest("토픽", Long.MAX_VALUE, 10)).containsExactly(10L);
    assertThat(newest("접수", Long.MAX_VALUE, 10)).isEmpty();
    apply();
    assertThat(newest("결과", Long.MAX_VALUE, 10)).containsExactly(10L);
  }

  @Test
  void takesOddTexts() throws IOException {
    String odd = "\ud83d 기숙사 \ude00 " + "가".repeat(9_000) + "a".repeat(40_000);
    apply(put(NOTICE, 20, 20, "", 10, "", odd), put(NOTICE, 21, 21, "", 10, "기숙사", ""));

    assertThat(newest("기숙사", Long.MAX_VALUE, 10)).containsExactly(21L, 20L);
  }

  @Test
  void writesNothingWhileAnotherHasTheLease() throws IOException {
    assertThat(commits.acquire(LONG)).isPresent();

    assertThat(store.apply(() -> List.of(put(NOTICE, 30, 30, "", 10, "셔틀", "")))).isFalse();
    clock.advance(LONG);
    assertThat(newest("셔틀", Long.MAX_VALUE, 10)).isEmpty();
    apply(put(NOTICE, 30, 30, "", 10, "셔틀", ""));
    assertThat(newest("셔틀", Long.MAX_VALUE, 10)).containsExactly(30L);
  }

  @Test
  void refusesAWriterThatWasOvertakenWhileItRead() throws IOException {
    IndexChange old = put(NOTICE, 40, 40, "", 10, "도서관 휴관", "");
    IndexChange changed = put(NOTICE, 40, 40, "", 10, "도서관 개관", "");
    store.apply(() -> overtaken(old, changed));
    clock.advance(LONG);

    assertThat(newest("개관", Long.MAX_VALUE, 10)).containsExactly(40L);
    assertThat(newest("휴관", Long.MAX_VALUE, 10)).isEmpty();
  }

  private List<IndexChange> overtaken(IndexChange old, IndexChange changed) {
    clock.advance(LONG);
    try {
      apply(changed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of(old);
  }

  @Test
  void losesNoChangeWhileItIsMadeAnew() throws IOException {
    List<IndexChange> kept =
        LongStream.rangeClosed(1, 3)
            .mapToObj(id -> put(HELP, 50 + id, 50 + id, "", 10, "짐", ""))
            .toList();
    apply(kept.getFirst(), put(HELP, 60, 60, "", 10, "짐 없는 것", ""));
    assertThat(commits.needsRebuild("another", Instant.EPOCH)).isTrue();
    try (IndexRebuild rebuild = store.rebuild(folder, LONG).orElseThrow()) {
      assertThat(store.rebuild(folder, LONG)).as("another run").isEmpty();
      assertThat(rebuild.add(kept, "help", 51, 3)).isTrue();
      assertThat(rebuild.progress().documents()).isEqualTo(3);
      apply(IndexChange.remove(HELP, 52));
      assertThat(newest("짐", Long.MAX_VALUE, 10)).as("meanwhile").containsExactly(60L, 51L);
      assertThat(rebuild.publish(name -> IndexChange.remove(HELP, 52))).isTrue();
    }
    clock.advance(LONG);
    assertThat(newest("짐", Long.MAX_VALUE, 10)).containsExactly(53L, 51L);
    store.sweep(Instant.MAX);
    apply(put(HELP, 54, 54, "", 10, "짐", ""));
    assertThat(newest("짐", Long.MAX_VALUE, 10)).containsExactly(54L, 53L, 51L);
    write();
  }

  final void apply(IndexChange... changes) throws IOException {
    assertThat(store.apply(() -> List.of(changes))).isTrue();
    clock.advance(Duration.ofSeconds(30));
  }

  final List<Long> newest(String words, long before, int limit) {
    return ids(index.newest(query(words), before, limit));
  }

  private List<Long> ids(
      Set<SearchKind> kinds, Set<Language> languages, String group, String words) {
    Optional<String> wanted = Optional.of(group).filter(some -> !some.isEmpty());
    return ids(index.newest(SearchQuery.of(words, kinds, languages, wanted), Long.MAX_VALUE, 10));
  }

  private static List<Long> ids(List<SearchHit> hits) {
    return hits.stream().map(SearchHit::id).toList();
  }

  static SearchQuery query(String words) {
    return SearchQuery.of(words, ALL, Set.of(), Optional.empty());
  }

  /** Without a language, so many days old. */
  private static IndexChange put(
      SearchKind kind, long id, long list, String group, int age, String title, String body) {
    return IndexChange.put(document(kind, id, list, Optional.empty(), group, age, title, body));
  }

  static SearchDocument document(
      SearchKind kind,
      long id,
      long list,
      Optional<Language> language,
      String group,
      int age,
      String title,
      String body) {
    long date = START.toEpochMilli() - age * DAY;
    return new SearchDocument(
        kind, id, list, language, group, date, Folding.fold(title), Folding.fold(body));
  }
}
