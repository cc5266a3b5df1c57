package app.oegukmin.engines.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentionTest {

  private static final ItemWrite A = new ItemWrite("a", 2);
  private static final ItemWrite B = new ItemWrite("b", 2);

  private Instant now = Instant.parse("2026-05-01T00:00:00Z");
  private final Contention contention = new Contention(() -> now);

  @Test
  void cancelsATransactionThatOverlapsAnotherOnOneItem() {
    assertThat(contention.begin(true, List.of(A))).isEmpty();

    assertThat(contention.begin(true, List.of(B, A)))
        .containsExactly("None", "TransactionConflict");
    assertThat(contention.begin(true, List.of(B))).isEmpty();
  }

  @Test
  void letsItThroughOnceTheOtherHasEnded() {
    contention.begin(true, List.of(A));
    contention.end(List.of(A));

    assertThat(contention.begin(true, List.of(A))).isEmpty();
  }

  @Test
  void refusesASingleWriteThatMeetsATransaction() {
    contention.begin(true, List.of(A));

    assertThat(contention.begin(false, List.of(A))).containsExactly("TransactionConflict");
  }

  @Test
  void singleWritesOfOneItemDoNotConflict() {
    contention.begin(false, List.of(A));

    assertThat(contention.begin(false, List.of(A))).isEmpty();
    assertThat(contention.begin(true, List.of(A))).isEmpty();
  }

  @Test
  void throttlesAnItemAfterAThousandUnitsOfASecond() {
    for (int i = 0; i < 500; i++) {
      assertThat(contention.begin(false, List.of(A))).isEmpty();
    }

    assertThat(contention.begin(false, List.of(A))).containsExactly("ThrottlingError");
    assertThat(contention.begin(true, List.of(B, A))).containsExactly("None", "ThrottlingError");
    assertThat(contention.begin(false, List.of(B))).isEmpty();
  }

  @Test
  void givesUnitsBackAsTimeGoesByAndNeverMoreThanASecondsWorth() {
    contention.begin(false, List.of(new ItemWrite("a", 1000)));
    now = now.plusMillis(2);

    assertThat(contention.begin(false, List.of(A))).isEmpty();
    assertThat(contention.begin(false, List.of(A))).containsExactly("ThrottlingError");
    now = now.plusSeconds(60);
    assertThat(contention.begin(false, List.of(new ItemWrite("a", 1001))))
        .containsExactly("ThrottlingError");
    assertThat(contention.begin(false, List.of(new ItemWrite("a", 1000)))).isEmpty();
  }

  @Test
  void whatIsRefusedUsesNoUnits() {
    contention.begin(false, List.of(new ItemWrite("a", 998)));
    contention.begin(false, List.of(new ItemWrite("a", 3)));

    assertThat(contention.begin(false, List.of(A))).isEmpty();
  }
}
