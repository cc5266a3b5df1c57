package app.oegukmin.translator;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.Stack;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What lies in the table, attribute by attribute: other versions of the code read it too. */
class StoredFormatTest {

  private static final TranslationKey KEY = new TranslationKey("a1b2");
  private static final Instant UNTIL = Instant.ofEpochMilli(1_795_000_000_001L);
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

  @RegisterExtension static final Stack STACK = Stack.of("TranslationTable");

  private TranslationTable translations;
  private CharacterTable months;

  @BeforeEach
  void clear() {
    STACK.clear();
    translations = new TranslationTable(STACK.dynamodb(), STACK.table("TranslationTable"));
    months = new CharacterTable(STACK.dynamodb(), STACK.table("TranslationTable"));
  }

  @Test
  void claims() {
    translations.claim(KEY, UNTIL.minusSeconds(180), UNTIL);

    assertThat(items())
        .containsExactly(
            Map.of("key", text("a1b2"), "claimedUntil", AttributeValue.fromN("1795000000001")));
  }

  @Test
  void translations() {
    translations.claim(KEY, UNTIL.minusSeconds(180), UNTIL);
    translations.store(KEY, "拉面");

    assertThat(items()).containsExactly(Map.of("key", text("a1b2"), "translated", text("拉面")));
  }

  @Test
  void months() {
    months.reserve(NOVEMBER, 40, 0);
    months.reserve(NOVEMBER, 5, 100);
    months.giveBack(NOVEMBER, 3);

    assertThat(items())
        .containsExactly(
            Map.of("key", text("month#2026-11"), "characters", AttributeValue.fromN("42")));
  }

  private static List<Map<String, AttributeValue>> items() {
    return STACK.dynamodb().scan(scan -> scan.tableName(STACK.table("TranslationTable"))).items();
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
