package app.oegukmin.shared.chat;

/**
 * What a member was given of a room.
 *
 * @param member the {@link app.oegukmin.shared.member.MemberKey}
 * @param handed the highest id that a 200 of join or of the room's poll had
 * @param named the highest id of the partner's messages that the member's app has named there, at
 *     most {@code handed}: that one has arrived
 */
public record Cursor(String member, long room, long handed, long named) {

  /** The cursor of a room that its member has not opened. */
  public static Cursor of(String member, long room) {
    return new Cursor(member, room, 0, 0);
  }

  /** The same after more was given and named. */
  public Cursor moved(long given, long arrived) {
    long highest = Math.max(handed, given);
    return new Cursor(member, room, highest, Math.max(named, Math.min(arrived, highest)));
  }
}
