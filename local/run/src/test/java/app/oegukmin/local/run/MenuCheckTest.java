package app.oegukmin.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.local.campus.Campus;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MenuCheckTest {

  private static final Path PROJECT = Path.of(System.getProperty("project.root"));
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  private Campus campus;

  @BeforeEach
  void start() throws Exception {
    campus = Campus.start(Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    campus.close();
  }

  @Test
  void tellsEachDishThatIsNotShown() throws Exception {
    List<String> lacking =
        campus.dishes(MONDAY).stream()
            .filter(dish -> dish.matches("[가-힣]+"))
            .map(dish -> MONDAY + " lacks " + dish)
            .toList();

    assertThat(lacking).isNotEmpty();
    assertThat(faults("[]")).containsAll(lacking).noneMatch(fault -> fault.contains("null"));
  }

  @Test
  void seesOnlyWhatStandsUnderAKnownName() throws Exception {
    String dishes = String.join("\\n", campus.dishes(MONDAY)).replace("\"", "");
    String known = menu("한울식당(법학관 지하1층)", "1코너<br>SNACK1", dishes);

    assertThat(faults(known)).noneMatch(fault -> fault.startsWith(MONDAY + " lacks"));
    assertThat(faults(known.replace("SNACK1", "SNACK9")))
        .anyMatch(fault -> fault.startsWith(MONDAY + " lacks"));
  }

  @Test
  void tellsOtherDishesInAnotherLanguageAndTheWordNull() throws Exception {
    assertThat(faults(menu("한울식당(법학관 지하1층)", "1코너<br>SNACK1", "null")))
        .contains(MONDAY + " has other dishes in EN-US", MONDAY + " shows null in KO");
  }

  private static String menu(String cafeteria, String corner, String dishes) {
    return "[{\"%s\":[{\"%s\":{\"메뉴\":\"%s\",\"가격\":\"0\"}}]}]"
        .formatted(cafeteria, corner, dishes);
  }

  /** What is wrong when every day in every language has the same response. */
  private List<String> faults(String response) throws Exception {
    ObjectNode envelope = JSON.createObjectNode();
    envelope.set("response", JSON.readTree(response));
    byte[] lambda =
        JSON.writeValueAsBytes(JSON.createObjectNode().put("body", envelope.toString()));
    return new MenuCheck(PROJECT, (name, event, trace) -> lambda).faults(campus, MONDAY);
  }
}
