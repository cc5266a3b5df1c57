package app.oegukmin.local.campus;

import app.oegukmin.local.campus.Cafeteria.Dishes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Plays kmucoop.kookmin.ac.kr: menus as JSON or, with a callback, as a call; everything but ASCII
 * is escaped, as PHP does (sites §2A).
 */
final class CooperativeSite implements CampusSite {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final int MOST_DAYS = 62;

  private final List<Cafeteria> cafeterias;

  CooperativeSite(List<Cafeteria> cafeterias) {
    this.cafeterias = cafeterias;
  }

  @Override
  public CampusReply answer(CampusRequest request) {
    if (!request.path().equals("/menu/menujson.php")) {
      return CampusReply.empty(404);
    }
    try {
      LocalDate from = LocalDate.parse(request.parameter("sdate").orElse(""));
      LocalDate to = LocalDate.parse(request.parameter("edate").orElse(""));
      String menus = JSON.writeValueAsString(menus(from, to));
      Optional<String> callback = request.parameter("callback");
      return CampusReply.html(callback.map(name -> name + "(" + menus + ")").orElse(menus));
    } catch (DateTimeException e) {
      return CampusReply.html("[]");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree is JSON", e);
    }
  }

  private ObjectNode menus(LocalDate from, LocalDate to) {
    ObjectNode menus = JSON.createObjectNode();
    for (Cafeteria cafeteria : cafeterias) {
      ObjectNode days = menus.putObject(cafeteria.name());
      from.datesUntil(to.isBefore(from) ? from : to.plusDays(1))
          .limit(MOST_DAYS)
          .forEach(day -> addDay(days, cafeteria, day));
    }
    return menus;
  }

  // PHP writes an empty map as a list: so does a closed day look.
  private static void addDay(ObjectNode days, Cafeteria cafeteria, LocalDate day) {
    ObjectNode corners = JSON.createObjectNode();
    for (String corner : cafeteria.corners().keySet()) {
      cafeteria.menu(corner, day).ifPresent(dishes -> addCorner(corners, corner, dishes));
    }
    days.set(day.toString(), corners.isEmpty() ? JSON.createArrayNode() : corners);
  }

  private static void addCorner(ObjectNode corners, String corner, Dishes dishes) {
    corners
        .putObject(corner)
        .put("메뉴", String.join("\r\n", dishes.lines()) + "\r\n")
        .put("가격", dishes.price());
  }
}
