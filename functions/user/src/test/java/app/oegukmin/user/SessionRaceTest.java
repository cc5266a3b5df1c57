package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.testkit.Stack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class SessionRaceTest {

  @RegisterExtension
  static final Stack STACK = Stack.of("UserTable", "KeyTable", "SessionTable", "BanTable");

  private Sessions sessions;

  @BeforeEach
  void install() {
    sessions = new Sessions(STACK);
  }

  @RepeatedTest(3)
  @DisplayName("D-A6: of refreshes that race one line survives, and nobody is locked out")
  void dA6_racingRefreshesGetOneGeneration() throws Exception {
    TokenView first = sessions.service.begin(Sessions.LINH, false);
    List<TokenView> pairs = race(Collections.nCopies(6, () -> sessions.renew(first)));

    assertThat(pairs).hasSize(6).doesNotContainNull().allMatch(sessions::opens);
    assertThat(pairs)
        .extracting(TokenView::refreshToken)
        .containsOnly(pairs.getFirst().refreshToken());
    TokenView next = sessions.renew(pairs.getLast());
    assertThat(sessions.opens(next)).isTrue();
  }

  @RepeatedTest(3)
  void aLogoutThatRacesARefreshLeavesNothingOpen() throws Exception {
    TokenView first = sessions.service.begin(Sessions.LINH, false);
    List<Callable<TokenView>> callers =
        new ArrayList<>(Collections.nCopies(4, () -> sessions.renew(first)));
    callers.add(
        2,
        () -> {
          sessions.service.end(sessions.access(first).orElseThrow());
          return null;
        });
    List<TokenView> pairs = race(callers);

    assertThat(sessions.opens(first)).isFalse();
    assertThat(pairs.stream().filter(Objects::nonNull)).noneMatch(sessions::opens);
  }

  @RepeatedTest(3)
  void aDeletionThatRacesASignInLeavesNothingOpen() throws Exception {
    List<Callable<TokenView>> callers =
        new ArrayList<>(Collections.nCopies(4, () -> sessions.service.begin(Sessions.LINH, false)));
    callers.add(
        2,
        () -> {
          sessions.service.leave("linh");
          return null;
        });
    List<TokenView> pairs = race(callers);

    assertThat(pairs.stream().filter(Objects::nonNull)).noneMatch(sessions::opens);
  }

  @RepeatedTest(3)
  @DisplayName("F-10: a deletion that races refreshes and sign-ins leaves nothing open")
  void f10_aDeletionThatRacesRefreshesLeavesNothingOpen() throws Exception {
    TokenView first = sessions.service.begin(Sessions.LINH, false);
    List<Callable<TokenView>> callers =
        new ArrayList<>(Collections.nCopies(3, () -> sessions.renew(first)));
    callers.add(() -> sessions.service.begin(Sessions.LINH, false));
    callers.add(
        2,
        () -> {
          sessions.service.leave("linh");
          return null;
        });
    List<TokenView> pairs = race(callers);

    assertThat(sessions.opens(first)).isFalse();
    assertThat(pairs.stream().filter(Objects::nonNull)).noneMatch(sessions::opens);
  }

  /** What each got, null for a refusal. */
  private static List<TokenView> race(List<Callable<TokenView>> callers) throws Exception {
    List<TokenView> pairs = new ArrayList<>();
    try (var executor = Executors.newFixedThreadPool(callers.size())) {
      for (Future<TokenView> answer : executor.invokeAll(callers)) {
        pairs.add(answered(answer));
      }
    }
    return pairs;
  }

  private static TokenView answered(Future<TokenView> answer) throws Exception {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      assertThat(e).hasCauseInstanceOf(ApiException.class);
      return null;
    }
  }
}
