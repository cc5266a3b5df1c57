package app.oegukmin.chat;

import app.oegukmin.chat.ChatRefusal.Reason;
import app.oegukmin.chat.RoomService.Connected;
import app.oegukmin.shared.http.Call;
import app.oegukmin.shared.http.Envelope;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The HTTP edge of chat, without what waits (contract §6.9). */
@Path("/api/chat")
@Produces(MediaType.APPLICATION_JSON)
public final class ChatResource {

  private final RoomService rooms;
  private final RoomListService lists;
  private final SendService sending;
  private final DeliveryService delivery;
  private final HistoryService history;

  /** A resource over the rules. */
  ChatResource(
      RoomService rooms,
      RoomListService lists,
      SendService sending,
      DeliveryService delivery,
      HistoryService history) {
    this.rooms = rooms;
    this.lists = lists;
    this.sending = sending;
    this.delivery = delivery;
    this.history = history;
  }

  /** The caller's rooms, newest first. */
  @GET
  @Path("/list")
  public Envelope<RoomListView> list(@Context ContainerRequestContext request) {
    return Envelope.of(
        "Chat rooms retrieved successfully",
        RoomListView.of(lists.all(Call.of(request).requireMember())));
  }

  /** The room of the caller and a partner: 201 when it is new, else 200. The app sends no body. */
  @POST
  @Path("/connect/{user_id}")
  public Response connect(
      @Context ContainerRequestContext request, @PathParam("user_id") String partner) {
    Connected connected = rooms.connect(Call.of(request).requireMember(), partner);
    ConnectedView room = new ConnectedView(connected.room());
    return connected.created()
        ? created(Envelope.of("Successfully chat room created", room))
        : Response.ok(Envelope.of("Successfully chat room found", room)).build();
  }

  /** What the partner has sent after a message; 400 when there is nothing (contract §1.8). */
  @GET
  @Path("/join/{chat_id}/{message_id}")
  public Envelope<MessageListView<MessageView>> join(
      @Context ContainerRequestContext request,
      @PathParam("chat_id") String room,
      @PathParam("message_id") String message) {
    String uid = Call.of(request).requireMember();
    List<MessageView> found =
        delivery.give(delivery.position(uid, ChatId.room(room), ChatId.message(message)));
    if (found.isEmpty()) {
      throw new ChatRefusal(Reason.NOTHING_NEW);
    }
    return Envelope.of("Successfully message loaded", new MessageListView<>(found));
  }

  /** What both have sent, 100 messages before an id, for clients that have lost it (D-C12). */
  @GET
  @Path("/{chat_id}/messages")
  public Envelope<HistoryView> history(
      @Context ContainerRequestContext request,
      @PathParam("chat_id") String room,
      @QueryParam("before") String before) {
    String uid = Call.of(request).requireMember();
    return Envelope.of(
        "Successfully message loaded",
        history.before(uid, ChatId.room(room), ChatId.before(before)));
  }

  /** A new message; exactly 201 (contract §1.9). */
  @POST
  @Path("/{chat_id}")
  public Response send(
      @Context ContainerRequestContext request,
      @PathParam("chat_id") String room,
      SendRequest body) {
    if (body == null) {
      throw new ChatRefusal(Reason.NOT_SENT);
    }
    String uid = Call.of(request).requireMember();
    ClientMessage message = ClientMessage.of(body.content(), body.clientId());
    MessageView sent = MessageView.of(sending.send(uid, ChatId.room(room), message), uid);
    return created(Envelope.of("Message sent", sent));
  }

  private static Response created(Envelope<?> envelope) {
    return Response.status(Response.Status.CREATED).entity(envelope).build();
  }
}
