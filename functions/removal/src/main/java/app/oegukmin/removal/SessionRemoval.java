package app.oegukmin.removal;

import app.oegukmin.shared.ban.Ban;
import app.oegukmin.shared.ban.BanTable;
import app.oegukmin.shared.session.OpenSession;
import app.oegukmin.shared.session.OpenSessionTable;
import app.oegukmin.shared.work.RemoveMember;
import java.time.Clock;

/**
 * Ends the sessions that the deletion has left open, because it may have failed half-way. Valkey
 * cannot be reached from here; the stream of the bans has its copy deleted.
 */
final class SessionRemoval implements RemovalStep {

  private final OpenSessionTable sessions;
  private final BanTable bans;
  private final boolean originals;
  private final Clock clock;

  /**
   * A step over some tables.
   *
   * @param originals whether tokens of the original backend are accepted
   */
  SessionRemoval(OpenSessionTable sessions, BanTable bans, boolean originals, Clock clock) {
    this.sessions = sessions;
    this.bans = bans;
    this.originals = originals;
    this.clock = clock;
  }

  @Override
  public void remove(RemoveMember removal) {
    sessions.of(removal.id()).forEach(this::end);
    if (originals) {
      bans.put(Ban.original(removal.id(), clock.instant()));
    }
  }

  private void end(OpenSession session) {
    if (!sessions.end(session)) {
      throw new IllegalStateException(session + " was renewed just now");
    }
  }
}
