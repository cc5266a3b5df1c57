package app.oegukmin.chat;

/**
 * A ticket for one WebSocket handshake.
 *
 * @param expiresIn seconds
 */
record TicketView(String ticket, long expiresIn) {

  /** Shows nothing of the ticket. */
  @Override
  public String toString() {
    return "TicketView";
  }
}
