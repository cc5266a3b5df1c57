package app.oegukmin.chat.socket;

import app.oegukmin.shared.ban.Bans;
import app.oegukmin.shared.connection.Connection;
import app.oegukmin.shared.connection.ConnectionTable;
import app.oegukmin.shared.limit.Decision;
import app.oegukmin.shared.member.MemberKey;
import java.time.InstantSource;

/** Keeps who is connected. */
final class ConnectService {

  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY_REQUESTS = 429;

  private final ConnectionTable connections;
  private final Bans bans;
  private final InstantSource clock;

  ConnectService(ConnectionTable connections, Bans bans, InstantSource clock) {
    this.connections = connections;
    this.bans = bans;
    this.clock = clock;
  }

  /**
   * Lets a client in.
   *
   * @return the status of the handshake; 429 over the limit of handshakes and for a connection too
   *     many, 403 for a token that was banned meanwhile
   */
  int connect(SocketCall call) {
    if (call.limits().outcome() != Decision.Outcome.ADMITTED) {
      return TOO_MANY_REQUESTS;
    }
    Connection connection = Connection.of(call.token(), call.connection(), clock.instant());
    if (!connections.add(connection)) {
      return TOO_MANY_REQUESTS;
    }
    // After it is stored: who bans later finds it, who has banned before is found here.
    if (bans.hit(call.token())) {
      connections.remove(connection.member(), connection.id());
      return FORBIDDEN;
    }
    return OK;
  }

  /** Forgets a connection. */
  void disconnect(SocketCall call) {
    connections.remove(MemberKey.of(call.token().member()), call.connection());
  }
}
