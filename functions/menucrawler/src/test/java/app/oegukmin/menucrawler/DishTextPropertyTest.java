package app.oegukmin.menucrawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever dishes a corner has and however it writes its prices, each is read and none is lost. */
class DishTextPropertyTest {

  private static final int CORNERS = 5_000;
  private static final String[] DISHES = {
    "부대찌개",
    "칼국수&손만두3",
    "뚝)들깨수제비",
    "트윈까스SET",
    "쌀밥 小",
    "(특)육회비빔밥",
    "LA갈비오일파스타",
    "포크볼★오므라이스",
    "\"왕\"돈까스 <특식>",
    "샐러드토핑2종&드레싱2종"
  };
  private static final String[] TAGS = {"[중식]", "[금주의 추천메뉴]", "※운영시간", "더진국", "\t", ""};

  private final Random random = new Random(20_261_123);

  private record Priced(String dish, int price) {

    String line() {
      return dish + " ￦" + price;
    }
  }

  @Test
  void aSinglePriceStandsInItsFieldAndNowhereElse() {
    for (int i = 0; i < CORNERS; i++) {
      Priced dish = priced();
      DishText read = DishText.of(corner(List.of(dish)), "");
      assertThat(read.price()).isEqualTo(String.valueOf(dish.price()));
      assertThat(read.text().lines()).contains(dish.dish());
      assertThat(read.text()).doesNotContain(DishText.WON, "원");
    }
  }

  @Test
  void severalPricesStandBehindTheirDishes() {
    for (int i = 0; i < CORNERS; i++) {
      List<Priced> dishes = new ArrayList<>();
      for (int count = 2 + random.nextInt(4); count > 0; count--) {
        dishes.add(priced());
      }
      DishText read = DishText.of(corner(dishes), "");
      assertThat(read.price()).isEqualTo("0");
      assertThat(read.text().lines().filter(line -> line.contains(DishText.WON)))
          .containsExactlyElementsOf(dishes.stream().map(Priced::line).toList());
    }
  }

  @Test
  void aPriceFieldLeavesTheDishesAlone() {
    for (int i = 0; i < CORNERS; i++) {
      Priced dish = priced();
      DishText read = DishText.of(dish.dish(), notation(dish.price()).strip());
      assertThat(read).isEqualTo(new DishText(dish.dish(), String.valueOf(dish.price())));
    }
  }

  @Test
  void whatWasReadReadsAsItself() {
    for (int i = 0; i < CORNERS; i++) {
      List<Priced> dishes = new ArrayList<>();
      for (int count = random.nextInt(4); count > 0; count--) {
        dishes.add(priced());
      }
      DishText read = DishText.of(corner(dishes), "");
      assertThat(DishText.of(read.text(), read.price())).isEqualTo(read);
    }
  }

  @Test
  void anyTextIsReadAndItsPriceIsANumber() {
    String letters = "가나 12,0원￦₩ㅂ().:~-\r\n\t※[]";
    for (int i = 0; i < CORNERS; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(40); length > 0; length--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      DishText read = DishText.of(text.toString(), text.reverse().toString());
      assertThat(read.price()).matches("0|[0-9]{3,}");
      assertThat(read.text()).doesNotContain("\t").doesNotStartWith("\r\n").doesNotEndWith("\r\n");
    }
  }

  private Priced priced() {
    return new Priced(DISHES[random.nextInt(DISHES.length)], (10 + random.nextInt(490)) * 100);
  }

  private String corner(List<Priced> dishes) {
    StringBuilder corner = new StringBuilder();
    for (Priced dish : dishes) {
      corner.append(TAGS[random.nextInt(TAGS.length)]).append("\r\n");
      corner
          .append(dish.dish())
          .append(notation(dish.price()))
          .append(random.nextBoolean() ? "\r\n" : "\n");
    }
    return corner.toString();
  }

  // A bare number cannot follow a digit, and one of three digits is none.
  private String notation(int price) {
    String commas = "%,d".formatted(price);
    return switch (random.nextInt(8)) {
      case 0 -> "\r\n￦" + price;
      case 1 -> "\r\n￦ " + commas;
      case 2 -> " ￦" + price + "ㅂ";
      case 3 -> "\r\n" + commas + "원";
      case 4 -> " " + price + "원";
      case 5 -> "\n₩" + commas + " 원";
      case 6 -> " " + price + "\t\t\t";
      default -> " " + commas;
    };
  }
}
