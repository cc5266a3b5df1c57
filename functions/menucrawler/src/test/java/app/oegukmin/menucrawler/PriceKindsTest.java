package app.oegukmin.menucrawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which numbers are a price, and that the text keeps the others whole. */
class PriceKindsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "돈까스 4,500 / 5,000",
        "국수 3,000~3,500원",
        "국수 3,000원~3,500원",
        "국수 3,000원 ~ 3,500원",
        "국수 ￦3000-￦3500",
        "국수 ￦3,000 – 3,500",
        "국수 3,000원~",
        "학생 4500 교직원 5500",
        "학생4,500/교직원5,500",
        "덮밥 ￦4,500/5,000",
        "덮밥 4,500원/5,000원",
        "김밥 2.500",
        "김밥 2. 500원",
        "김밥 000원",
        "김밥 3,000원→2,500원",
        "쿠폰 1,000원 할인",
        "곱빼기 +500원",
        "곱빼기 추가 1,000원",
        "5,000원 이상 주문",
        "1,234,567,890원",
      })
  @DisplayName("F-47: a pair, a range and a condition are no price and stay whole")
  void f47_keepsTextsWithoutOnePriceWhole(String text) {
    assertThat(DishText.of(text, "")).isEqualTo(new DishText(text, "0"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "김밥 2.500원|김밥|2500",
        "김밥 ￦2.500|김밥|2500",
        "김밥 ２，５００원|김밥|2500",
        "김밥 ￦ ２５００|김밥|2500",
        "김밥 2,500 won|김밥|2500",
        "김밥(2,500원)|김밥|2500",
        "김밥: 2,500원|김밥|2500",
        "김밥 - 2,500원|김밥|2500",
        "김밥/2,500원|김밥|2500",
        "김밥 2,500원.|김밥|2500",
        "김밥\u200B 2500\u200B|김밥|2500",
        "김밥 2,500원 (국 포함)|김밥 (국 포함)|2500",
        "\\\\2500 김밥|김밥|2500",
      })
  @DisplayName("F-47: one price is taken whole, with what leads to it")
  void f47_takesOnePriceWhole(String menu, String text, String price) {
    assertThat(DishText.of(menu.replace("\\\\", "\\"), "")).isEqualTo(new DishText(text, price));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "소 4,500원 / 대 5,000원|소 ￦4500 / 대 ￦5000",
        "라면(3,000원) 김밥(2,500원)|라면(￦3000) 김밥(￦2500)",
        "학생 4500원 교직원 5500원|학생 ￦4500 교직원 ￦5500",
      })
  @DisplayName("F-47: several prices of one line each follow what they are for")
  void f47_severalPricesOfOneLineStayInPlace(String menu, String text) {
    assertThat(DishText.of(menu, "")).isEqualTo(new DishText(text, "0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"4,500/5,000", "4000~5000", "학생 4,500 교직원 5,500", "4,500~", "3500 (소) 4500 (대)"})
  @DisplayName("F-47: a price field that holds no single price stands behind the dish")
  void f47_showsAFieldOfSeveralPrices(String field) {
    assertThat(DishText.of("밥\n라면", field)).isEqualTo(new DishText("밥\r\n라면 " + field, "0"));
    assertThat(DishText.of("", field).text()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2.500, 2500", "４５００, 4500", "4500.0, 4500", "4500.00, 4500", "-, 0", "0.0, 0"})
  @DisplayName("F-47: a price field may have a point or digits of full width")
  void f47_readsAPriceField(String field, String price) {
    assertThat(DishText.of("라면", field)).isEqualTo(new DishText("라면", price));
  }

  @Test
  @DisplayName("F-47: the only clear price is not shown for what has an unclear one")
  void f47_aClearPriceBesideAnUnclearOneStaysInTheText() {
    assertThat(DishText.of("라면 3,000원\n국수 3,000~3,500원", ""))
        .isEqualTo(new DishText("라면 ￦3000\r\n국수 3,000~3,500원", "0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "쌀밥 열량 1250",
        "쌀밥 열량 1200",
        "쌀밥 1,250kcal",
        "쌀밥 kcal 1200",
        "개교기념 특식 1946",
        "운영시간 1130 - 1400",
        "운영시간 1130 1400",
        "운영 1400",
        "오전 1100",
        "문의 910 5808",
        "문의 9105800",
        "내선 5800",
        "☎ 5800",
        "선착순 1000",
        "2026.11.2000",
        "특선 2026",
      })
  @DisplayName("F-48: calories, years, hours and phones are no prices and stay whole")
  void f48_otherNumbersStayInTheText(String text) {
    assertThat(DishText.of(text, "")).isEqualTo(new DishText(text, "0"));
    assertThat(DishText.of(text, "4500")).isEqualTo(new DishText(text, "4500"));
  }

  @Test
  @DisplayName("F-50: a text without end is cut before it is read")
  void f50_cutsATextWithoutEnd() {
    for (String text : List.of("￦3000\n", "라면 4500원 ", "4500 ", "(", "~")) {
      DishText read = DishText.of(text.repeat(1_000_000), text.repeat(1_000_000));
      assertThat(read.text().length()).isBetween(1, 40_000);
    }
  }

  @Test
  @DisplayName("F-48: a number on a line of its own is what the line above says")
  void f48_aNumberBelowItsName() {
    assertThat(DishText.of("라면\n운영시간\n1100", ""))
        .isEqualTo(new DishText("라면\r\n운영시간\r\n1100", "0"));
    assertThat(DishText.of("라면\n3000", "")).isEqualTo(new DishText("라면", "3000"));
  }

  @Test
  @DisplayName("F-48: numbers beside a price do not hide it")
  void f48_aPriceBesideOtherNumbers() {
    assertThat(DishText.of("비빔밥 ￦5,000\n열량 1,946kcal\n(150g) 11:30~14:00", ""))
        .isEqualTo(new DishText("비빔밥\r\n열량 1,946kcal\r\n(150g) 11:30~14:00", "5000"));
    assertThat(DishText.of("김치찌개 2인 100g 12000", ""))
        .isEqualTo(new DishText("김치찌개 2인 100g", "12000"));
  }
}
