package app.oegukmin.chat;

import app.oegukmin.shared.connection.TicketTable;
import app.oegukmin.shared.http.Call;
import app.oegukmin.shared.http.Envelope;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.random.RandomGenerator;

/** Tickets for browsers, which can send no header with a WebSocket handshake. */
@Path("/api/chat/ticket")
@Produces(MediaType.APPLICATION_JSON)
public final class TicketResource {

  private final TicketTable tickets;
  private final RandomGenerator random;

  /** A resource over the tickets. */
  TicketResource(TicketTable tickets, RandomGenerator random) {
    this.tickets = tickets;
    this.random = random;
  }

  /** A ticket, and for how many seconds it may be used. */
  @POST
  public Envelope<TicketView> issue(@Context ContainerRequestContext request) {
    String ticket = tickets.issue(Call.of(request).requireToken(), random);
    return Envelope.of("Ticket issued", new TicketView(ticket, TicketTable.LIFETIME.toSeconds()));
  }
}
