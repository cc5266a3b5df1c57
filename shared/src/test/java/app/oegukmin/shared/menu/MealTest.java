package app.oegukmin.shared.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("F-31: meals that share a place keep their dishes and their prices")
class MealTest {

  @Test
  void f31_theSameTwiceIsOne() {
    assertThat(meal("라면", "3000").and(meal("라면", "3000"))).isEqualTo(meal("라면", "3000"));
  }

  @Test
  void f31_onePriceForBothStays() {
    assertThat(meal("라면", "3000").and(meal("김밥", "3000"))).isEqualTo(meal("라면\r\n김밥", "3000"));
    assertThat(meal("라면", "0").and(meal("김밥", "0"))).isEqualTo(meal("라면\r\n김밥", "0"));
  }

  @Test
  void f31_differentPricesFollowTheirDishes() {
    assertThat(meal("라면\r\n밥", "3000").and(meal("김밥", "0")))
        .isEqualTo(meal("라면\r\n밥 ￦3000\r\n김밥", "0"));
    assertThat(meal("라면", "0").and(meal("김밥", "2500"))).isEqualTo(meal("라면\r\n김밥 ￦2500", "0"));
  }

  @Test
  void f31_aPriceDoesNotStandBehindAnother() {
    assertThat(meal("라면\r\n곱빼기 ￦4900", "3900").and(meal("김밥", "2500")))
        .isEqualTo(meal("라면 ￦3900\r\n곱빼기 ￦4900\r\n김밥 ￦2500", "0"));
  }

  private static Meal meal(String text, String price) {
    return new Meal(LocalDate.of(2026, 11, 23), "학생식당(복지관 1층)", "석식Ⅱ", text, price);
  }
}
