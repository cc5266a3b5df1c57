package app.oegukmin.removal;

import app.oegukmin.shared.connection.Connection;
import app.oegukmin.shared.connection.ConnectionTable;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.work.RemoveMember;

/** Forgets the connections of a departed member; that their tokens are banned has closed them. */
final class ConnectionRemoval implements RemovalStep {

  private final ConnectionTable table;

  ConnectionRemoval(ConnectionTable table) {
    this.table = table;
  }

  @Override
  public void remove(RemoveMember removal) {
    for (Connection connection : table.of(MemberKey.of(removal.id()))) {
      table.remove(connection.member(), connection.id());
    }
  }
}
