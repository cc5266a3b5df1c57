package app.oegukmin.chat;

import app.oegukmin.shared.http.Call;
import app.oegukmin.shared.http.Envelope;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Tickets for browsers, which can send no header with a WebSocket handshake. */
@Path("/api/chat/ticket")
@Produces(MediaType.APPLICATION_JSON)
public final class TicketResource {

  private final TicketService tickets;

  /** A resource over the rule. */
  TicketResource(TicketService tickets) {
    this.tickets = tickets;
  }

  /** A ticket, and for how many seconds it may be used. */
  @POST
  public Envelope<TicketView> issue(@Context ContainerRequestContext request) {
    return Envelope.of("Ticket issued", tickets.issue(Call.of(request).requireToken()));
  }
}
