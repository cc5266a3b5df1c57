package app.oegukmin.dispatcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/** Changes of the menu table after which readers see other dishes. */
final class MenuChange {

  private MenuChange() {}

  /** The days that have new dishes; none when the records are of another table. */
  static Set<LocalDate> days(JsonNode records) {
    Set<LocalDate> days = new TreeSet<>();
    for (JsonNode record : records) {
      JsonNode date = record.at("/dynamodb/Keys/date/S");
      JsonNode now = record.at("/dynamodb/NewImage/text/S");
      // The translator writes to the same items, and leaves the Korean text alone.
      if (date.isTextual()
          && now.isTextual()
          && !now.equals(record.at("/dynamodb/OldImage/text/S"))) {
        days.add(LocalDate.parse(date.asText()));
      }
    }
    return days;
  }
}
