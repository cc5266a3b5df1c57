package app.oegukmin.translator;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.menu.Meal;
import app.oegukmin.shared.work.TranslateMenu;
import app.oegukmin.shared.work.WorkJson;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class MenuTranslationTest {

  @RegisterExtension static final Stack STACK = Newsroom.stack();

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  private Newsroom newsroom;

  @BeforeEach
  void open() throws IOException {
    STACK.clear();
    newsroom = new Newsroom(STACK);
  }

  @AfterEach
  void close() {
    newsroom.close();
  }

  @Test
  void translatesDishesAndLeavesPricesAlone() throws IOException {
    serve(MONDAY, "라면 ￦3000\r\n김밥 ￦2500", "※\r\nLA갈비");
    translate(MONDAY);
    assertThat(texts(Language.ZH)).containsExactly("[ZH]라면 ￦3000\r\n[ZH]김밥 ￦2500", "※\r\n[ZH]LA갈비");
    assertThat(texts(Language.KO)).containsExactly("라면 ￦3000\r\n김밥 ￦2500", "※\r\nLA갈비");
  }

  @Test
  @DisplayName("F-37: names that an operator keeps stay as they are in dishes")
  void f37_keepsNamesInDishes() throws IOException {
    newsroom.keep("K-Bob+");
    serve(MONDAY, "K-Bob+ 세트 ￦3000\r\nK-Bob+\r\n라면");
    translate(MONDAY);
    assertThat(texts(Language.ZH)).containsExactly("K-Bob+[ZH] 세트 ￦3000\r\nK-Bob+\r\n[ZH]라면");
  }

  @Test
  void oneCallToTheVendorTranslatesADay() throws IOException {
    serve(MONDAY, "라면\r\n쌀밥", "국밥\r\n쌀밥");
    translate(MONDAY);
    assertThat(newsroom.deepL().calls()).hasSize(2);
    assertThat(newsroom.deepL().paid())
        .containsExactlyInAnyOrder("라면", "쌀밥", "국밥", "라면", "쌀밥", "국밥");
  }

  @Test
  void dN7_theSameDishIsPaidOnceWhateverItsDayAndPrice() throws IOException {
    serve(MONDAY, "라면 ￦3000\r\n김밥 ￦2500");
    translate(MONDAY);
    int paid = newsroom.deepL().paid().size();
    LocalDate tuesday = MONDAY.plusDays(1);
    serve(tuesday, "김밥 ￦2800\r\n라면 ￦3300");
    translate(tuesday);
    translate(MONDAY);
    assertThat(newsroom.deepL().paid()).hasSize(paid);
    assertThat(newsroom.menus().day(tuesday, Language.ZH).getFirst().text())
        .isEqualTo("[ZH]김밥 ￦2800\r\n[ZH]라면 ￦3300");
  }

  @Test
  void dM3_neitherNamesNorMealsOfTheDayGoThroughTheMachine() throws IOException {
    serve(MONDAY, "[중식]\r\n라면");
    translate(MONDAY);
    assertThat(newsroom.deepL().paid()).containsOnly("라면");
    assertThat(texts(Language.EN_US)).containsExactly("[Lunch]\r\n[EN-US]라면");
    assertThat(texts(Language.ZH)).containsExactly("[午餐]\r\n[ZH]라면");
  }

  @Test
  void dN13_servesKoreanUntilTheQuotaIsThereAgain() throws IOException {
    serve(MONDAY, "라면");
    newsroom.deepL().answerNext(456);
    translate(MONDAY);
    assertThat(texts(Language.ZH)).containsExactly("라면");
    assertThat(newsroom.messages()).isZero();
    newsroom.clock().advance(Duration.ofMinutes(10));
    translate(MONDAY);
    assertThat(texts(Language.ZH)).containsExactly("[ZH]라면");
  }

  @Test
  @DisplayName("F-50: a dish that the vendor refuses stays Korean, and ends nothing")
  void f50_aRefusedDishLeavesTheOthersAlone() throws IOException {
    newsroom.deepL().refuseAsTooLarge(call -> call.texts().contains("독버섯"));
    serve(MONDAY, "라면\r\n독버섯 ￦3000", "국밥\r\n김밥");
    translate(MONDAY);
    assertThat(texts(Language.ZH)).containsExactly("[ZH]라면\r\n독버섯 ￦3000", "[ZH]국밥\r\n[ZH]김밥");
    assertThat(newsroom.menus().untranslated(MONDAY, Language.ZH)).isEmpty();
    assertThat(newsroom.counted("TranslationRejected")).isEqualTo(2);
  }

  @Test
  @DisplayName("F-64: a menu whose responses cannot be read is given up for a day, and healed then")
  void f64_triesAMenuThatWasGivenUpOnceADay() throws IOException {
    serve(MONDAY, "라면");
    newsroom.deepL().twist(translations -> translations.removeAll().add("text"));
    for (int hour = 0; hour < 20; hour++) {
      translate(MONDAY);
      newsroom.clock().advance(Duration.ofHours(1));
    }
    assertThat(newsroom.deepL().calls()).hasSize(2 * 3);
    assertThat(newsroom.deadLetters()).hasSize(2);

    newsroom.deepL().heal();
    newsroom.clock().advance(Duration.ofHours(7));
    translate(MONDAY);

    assertThat(texts(Language.ZH)).containsExactly("[ZH]라면");
  }

  @Test
  void aDayWithoutMealsCostsNothing() throws IOException {
    translate(MONDAY);
    assertThat(newsroom.deepL().calls()).isEmpty();
  }

  private void serve(LocalDate date, String... texts) {
    List<Meal> meals =
        IntStream.range(0, texts.length)
            .mapToObj(i -> new Meal(date, "청향 한식당(법학관 5층)", "메뉴" + i, texts[i], "0"))
            .toList();
    newsroom.menus().store(date, Set.of(), meals);
  }

  private void translate(LocalDate date) throws IOException {
    List<String> messages =
        Language.TRANSLATED.stream()
            .map(language -> WorkJson.write(new TranslateMenu(date, language)))
            .toList();
    assertThat(newsroom.deliver(messages)).isEmpty();
  }

  private List<String> texts(Language language) {
    return newsroom.menus().day(MONDAY, language).stream().map(Meal::text).toList();
  }
}
