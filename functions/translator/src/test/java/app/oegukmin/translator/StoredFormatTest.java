package app.oegukmin.translator;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.budget.MonthlyBudget;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.work.TranslateMenu;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What lies in the table, attribute by attribute: other versions of the code read it too. */
@Tag("process")
class StoredFormatTest {

  private static final TranslationKey KEY = new TranslationKey("a1b2");
  private static final Instant UNTIL = Instant.ofEpochMilli(1_795_000_000_001L);

  @RegisterExtension static final Stack STACK = Stack.of("TranslationTable");

  private TranslationTable translations;

  @BeforeEach
  void clear() {
    STACK.clear();
    translations = new TranslationTable(STACK.dynamodb(), STACK.table("TranslationTable"));
  }

  @Test
  void claims() {
    translations.claim(KEY, UNTIL.minusSeconds(180), UNTIL);

    assertStored(Map.of("key", "a1b2", "claimedUntil", 1_795_000_000_001L));
  }

  @Test
  void translations() {
    translations.claim(KEY, UNTIL.minusSeconds(180), UNTIL);
    translations.store(KEY, "拉面");

    assertStored(Map.of("key", "a1b2", "translated", "拉面"));
  }

  @Test
  void months() {
    months(0).reserve(40);
    months(100).reserve(5).orElseThrow().use(2);

    assertStored(Map.of("key", "month#2026-11", "characters", 42));
  }

  @Test
  void failedRequests() {
    var failed = new FailedWorkTable(STACK.dynamodb(), STACK.table("TranslationTable"));
    var work = new TranslateMenu(LocalDate.of(2026, 11, 20), Language.ZH);
    assertThat(failed.rests(work, UNTIL.minusMillis(1))).isFalse();

    assertThat(failed.unreadable(work)).isEqualTo(1);
    assertThat(failed.unreadable(work)).isEqualTo(2);
    failed.rest(work, UNTIL);

    assertThat(failed.rests(work, UNTIL.minusMillis(1))).isTrue();
    assertThat(failed.rests(work, UNTIL)).isFalse();
    assertStored(
        Map.of(
            "key",
            "failed#menu:2026-11-20:ZH",
            "unreadable",
            2,
            "restsUntil",
            UNTIL.toEpochMilli()));
  }

  private static MonthlyBudget months(long cap) {
    return new MonthlyBudget(
        STACK.dynamodb(),
        STACK.table("TranslationTable"),
        "characters",
        cap,
        InstantSource.fixed(UNTIL));
  }

  private static void assertStored(Map<String, ?> item) {
    assertThat(Items.all(STACK, "TranslationTable")).containsExactly(Items.item(item));
  }
}
