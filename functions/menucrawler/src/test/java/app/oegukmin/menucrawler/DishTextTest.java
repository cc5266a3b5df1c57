package app.oegukmin.menucrawler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("D-M6: prices with separators, signs and text are read")
class DishTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3700|3700",
        "5,900|5900",
        "4900원|4900",
        "★4500|4500",
        "￦ 4,300|4300",
        "-|0",
        "''|0",
        "0|0",
        "문의|0",
      })
  void dM6_readsThePriceField(String price, String read) {
    assertThat(DishText.of("라면", price)).isEqualTo(new DishText("라면", read));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "부대찌개\\r\\n￦5000|부대찌개|5000",
        "부대찌개\\r\\n₩5,000|부대찌개|5000",
        "부대찌개\\n￦ 4900ㅂ|부대찌개|4900",
        "포모도로\\r\\n19,000원|포모도로|19000",
        "해산물토마토파스타 23,000원|해산물토마토파스타|23000",
        "찹쌀탕수육4000|찹쌀탕수육|4000",
        "찹쌀탕수육 4000\\t\\t\\t\\t\\r\\n|찹쌀탕수육|4000",
        "콜키지\\r\\n(1인)5,000원|콜키지\\r\\n(1인)|5000",
        "[중식]\\n칼국수&손만두3\\n￦ 4300|[중식]\\r\\n칼국수&손만두3|4300",
      })
  void onePriceStandsAlone(String menu, String text, String price) {
    assertThat(DishText.of(unescaped(menu), "")).isEqualTo(new DishText(unescaped(text), price));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[중식]\\r\\n제육파채비빔밥\\r\\n￦4300\\r\\n[중석식]\\r\\n소고기덮밥\\r\\n￦4900"
            + "|[중식]\\r\\n제육파채비빔밥 ￦4300\\r\\n[중석식]\\r\\n소고기덮밥 ￦4900",
        "찹쌀탕수육4000\\r\\n직화간짜장4700\\r\\n직화짬뽕 5500|찹쌀탕수육 ￦4000\\r\\n직화간짜장 ￦4700\\r\\n직화짬뽕 ￦5500",
        "알리오올리오 17,000원\\r\\n포모도로\\r\\n19,000원|알리오올리오 ￦17000\\r\\n포모도로 ￦19000",
        "안심스테이크\\r\\n42,000원\\r\\n콜키지\\r\\n(1인)5,000원|안심스테이크 ￦42000\\r\\n콜키지\\r\\n(1인) ￦5000",
        "칼집삼겹도시락\\r\\n￦8,500\\r\\n\\r\\n항정살도시락\\r\\n￦8,500|칼집삼겹도시락 ￦8500\\r\\n항정살도시락 ￦8500",
      })
  void severalPricesStandBehindTheirDishes(String menu, String text) {
    assertThat(DishText.of(unescaped(menu), "")).isEqualTo(new DishText(unescaped(text), "0"));
  }

  @Test
  void ofSeveralPricesNoneStandsForAllThoughItsFieldNamesOne() {
    assertThat(DishText.of("돈까스 5,900원\n왕돈까스 6,900원", "5900"))
        .isEqualTo(new DishText("돈까스 ￦5900\r\n왕돈까스 ￦6900", "0"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "운영시간\\r\\n11시~18시30분",
        "※채식(데일리밥)코너 운영시간\\r\\n(매주 수요일) 11:00 ~ 선착순 100개)",
        "11:00~1830",
        "문의 02-910-4321",
        "2026.11.2026",
        "샐러드토핑2종&드레싱2종",
        "미운영",
        "1000원권 사용 불가",
        "\"♥비빔 DIY코너♥",
        "\"왕\"돈까스 & 우동 <특식>",
      })
  void otherNumbersAreNoPrices(String menu) {
    assertThat(DishText.of(unescaped(menu), "")).isEqualTo(new DishText(unescaped(menu), "0"));
  }

  @Test
  void theSamePriceInBothFieldsIsOne() {
    assertThat(DishText.of("라면 3,900원", "3900")).isEqualTo(new DishText("라면", "3900"));
  }

  @Test
  void aStatedPriceIsKeptBesideOthers() {
    assertThat(DishText.of("라면\n곱빼기 4900원", "3900"))
        .isEqualTo(new DishText("라면\r\n곱빼기 ￦4900", "3900"));
  }

  @Test
  void aPriceWithoutADishIsNoMeal() {
    assertThat(DishText.of("￦5000", "")).isEqualTo(new DishText("", "5000"));
    assertThat(DishText.of(" \t\r\n", "5000").text()).isEmpty();
  }

  private static String unescaped(String text) {
    return text.replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t");
  }
}
