package app.oegukmin.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Rooms as the app reads them.
 *
 * @param max the highest id, 0 without rooms; polls leave it out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RoomListView(List<RoomView> rooms, Long max) {

  static RoomListView of(List<RoomView> rooms) {
    return new RoomListView(rooms, rooms.stream().mapToLong(RoomView::id).max().orElse(0));
  }

  static RoomListView polled(List<RoomView> rooms) {
    return new RoomListView(rooms, null);
  }
}
