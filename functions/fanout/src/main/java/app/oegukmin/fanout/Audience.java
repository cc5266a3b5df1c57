package app.oegukmin.fanout;

import app.oegukmin.shared.chat.Room;
import app.oegukmin.shared.chat.RoomTable;
import app.oegukmin.shared.connection.Connection;
import app.oegukmin.shared.connection.ConnectionTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rooms and connections as they are while one batch is handled, each read once. Who connects after
 * that has still all of the batch before it: a client asks for what it has missed once it is
 * connected.
 */
final class Audience {

  private final RoomTable rooms;
  private final ConnectionTable connections;
  private final Map<Long, Optional<Room>> knownRooms = new HashMap<>();
  private final Map<String, List<Connection>> knownConnections = new HashMap<>();

  Audience(RoomTable rooms, ConnectionTable connections) {
    this.rooms = rooms;
    this.connections = connections;
  }

  /** A room; empty when it is gone. */
  Optional<Room> room(long id) {
    return knownRooms.computeIfAbsent(id, rooms::find);
  }

  /** The connections of a member, by the {@link app.oegukmin.shared.member.MemberKey}. */
  List<Connection> of(String member) {
    return List.copyOf(connected(member));
  }

  /** Forgets a connection, here and in the table. */
  void remove(Connection connection) {
    connections.remove(connection.member(), connection.id());
    connected(connection.member()).remove(connection);
  }

  private List<Connection> connected(String member) {
    return knownConnections.computeIfAbsent(member, key -> new ArrayList<>(connections.of(key)));
  }
}
