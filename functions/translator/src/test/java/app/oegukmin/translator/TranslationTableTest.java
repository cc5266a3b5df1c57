package app.oegukmin.translator;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.language.Language;
import app.oegukmin.testkit.Stack;
import app.oegukmin.translator.TranslationTable.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class TranslationTableTest {

  @RegisterExtension static final Stack STACK = Stack.of("TranslationTable");

  private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");
  private static final Instant UNTIL = NOW.plus(Duration.ofMinutes(3));
  private static final TranslationKey KEY = key("글");

  private TranslationTable table;

  @BeforeEach
  void open() {
    STACK.clear();
    table = new TranslationTable(STACK.dynamodb(), STACK.table("TranslationTable"));
  }

  @Test
  void findsWhatIsStored() {
    table.store(KEY, "text");
    assertThat(table.find(List.of(KEY, key("다른 글"), KEY))).containsOnlyKeys(KEY);
    assertThat(table.find(List.of(KEY))).containsEntry(KEY, "text");
  }

  @Test
  void findsMoreThanOneBatchHolds() {
    List<TranslationKey> keys = IntStream.range(0, 101).mapToObj(i -> key("글" + i)).toList();
    keys.forEach(key -> table.store(key, "text"));
    assertThat(table.find(keys)).hasSize(101);
  }

  @Test
  void tellsFormatsAndLanguagesApart() {
    table.store(KEY, "text");
    assertThat(
            table.find(
                List.of(
                    TranslationKey.of("글", TextFormat.HTML, Language.ZH),
                    TranslationKey.of("글", TextFormat.TEXT, Language.EN_US))))
        .isEmpty();
  }

  @Test
  void grantsAClaimToOne() {
    assertThat(table.claim(KEY, NOW, UNTIL)).isEqualTo(Claim.GRANTED);
    assertThat(table.claim(KEY, NOW, UNTIL)).isEqualTo(Claim.REFUSED);
    assertThat(table.find(List.of(KEY))).isEmpty();
  }

  @Test
  void grantsAClaimThatHasRunOutToAnother() {
    table.claim(KEY, NOW, UNTIL);
    Instant later = UNTIL.plusMillis(1);
    assertThat(table.claim(KEY, later, later.plusSeconds(1))).isEqualTo(Claim.TAKEN_OVER);
  }

  @Test
  void grantsNoClaimOnWhatIsPaid() {
    table.store(KEY, "text");
    assertThat(table.claim(KEY, NOW, UNTIL)).isEqualTo(Claim.REFUSED);
  }

  @Test
  void grantsAClaimAgainAfterItIsGivenBack() {
    table.claim(KEY, NOW, UNTIL);
    table.release(KEY, UNTIL);
    assertThat(table.claim(KEY, NOW, UNTIL)).isEqualTo(Claim.GRANTED);
  }

  @Test
  void leavesTheClaimOfAnotherAlone() {
    Instant later = UNTIL.plusMillis(1);
    table.claim(KEY, NOW, UNTIL);
    table.claim(KEY, later, later.plusSeconds(60));
    table.release(KEY, UNTIL);
    assertThat(table.claim(KEY, later, later.plusSeconds(90))).isEqualTo(Claim.REFUSED);
  }

  @Test
  void neverGivesBackWhatIsPaid() {
    table.claim(KEY, NOW, UNTIL);
    table.store(KEY, "text");
    table.release(KEY, UNTIL);
    assertThat(table.find(List.of(KEY))).containsEntry(KEY, "text");
  }

  private static TranslationKey key(String text) {
    return TranslationKey.of(text, TextFormat.TEXT, Language.ZH);
  }
}
