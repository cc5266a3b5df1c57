package app.oegukmin.chat;

import app.oegukmin.shared.connection.TicketTable;
import app.oegukmin.shared.token.AccessToken;
import java.util.random.RandomGenerator;

/** Makes tickets for WebSocket handshakes. */
final class TicketService {

  private final TicketTable tickets;
  private final RandomGenerator random;

  /**
   * Over the tickets.
   *
   * @param random where nobody can guess the next
   */
  TicketService(TicketTable tickets, RandomGenerator random) {
    this.tickets = tickets;
    this.random = random;
  }

  /** A ticket for the owner of a token. */
  TicketView issue(AccessToken token) {
    return new TicketView(tickets.issue(token, random), TicketTable.LIFETIME.toSeconds());
  }
}
