package app.oegukmin.chat;

import app.oegukmin.chat.History.Wanted;
import java.util.List;

/** A member of a simulation, who polls or is connected. */
interface SimulatedMember {

  String uid();

  /** Whether the member's client waits for a response; then it does nothing else. */
  default boolean busy() {
    return false;
  }

  /** Does something that a member may do next, in one of some rooms. */
  void act(List<Long> rooms);

  /** Sends a text. */
  void send(Wanted message);

  /** Reads what was missed of a room, when nothing fails any more. */
  void catchUp(long room);
}
