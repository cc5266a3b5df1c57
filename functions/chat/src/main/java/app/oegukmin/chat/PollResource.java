package app.oegukmin.chat;

import app.oegukmin.chat.ChatRefusal.Reason;
import app.oegukmin.shared.http.Call;
import app.oegukmin.shared.http.Envelope;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Function;

/** The HTTP edge of the polls, which may wait; 400 when nothing came (contract §6.9). */
@Path("/api/chat/poll")
@Produces(MediaType.APPLICATION_JSON)
public final class PollResource {

  private static final String DONE = "Polling Successful";

  private final PollService polls;
  private final ListPollService lists;

  /** A resource over the rules. */
  PollResource(PollService polls, ListPollService lists) {
    this.polls = polls;
    this.lists = lists;
  }

  /** What the partner has sent after a message. The app sends no body. */
  @POST
  @Path("/{chat_id}/{message_id}")
  public Envelope<MessageListView<MessageView>> room(
      @Context ContainerRequestContext request,
      @PathParam("chat_id") String room,
      @PathParam("message_id") String message) {
    String uid = Call.of(request).requireMember();
    List<MessageView> found = polls.room(uid, ChatId.room(room), ChatId.message(message));
    return new Polled<>(found, Reason.NOTHING_IN_ROOM).envelope(MessageListView::new);
  }

  /** The newest messages of rooms that the app lists. */
  @POST
  @Path("/message")
  public Envelope<MessageListView<RoomMessageView>> list(
      @Context ContainerRequestContext request, ListPollRequest body) {
    if (body == null) {
      throw new ChatRefusal(Reason.INVALID);
    }
    List<RoomMessageView> found = lists.newest(Call.of(request).requireMember(), body.known());
    return new Polled<>(found, Reason.NOTHING_IN_LIST).envelope(MessageListView::new);
  }

  /** Rooms with an id above another. */
  @POST
  @Path("/room/{room_id}")
  public Envelope<RoomListView> rooms(
      @Context ContainerRequestContext request, @PathParam("room_id") String room) {
    List<RoomView> found = polls.rooms(Call.of(request).requireMember(), ChatId.message(room));
    return new Polled<>(found, Reason.NOTHING_IN_ROOM).envelope(RoomListView::polled);
  }

  /** What came, and what is said when nothing did. */
  private record Polled<T>(List<T> found, Reason nothing) {

    <V> Envelope<V> envelope(Function<List<T>, V> view) {
      if (found.isEmpty()) {
        throw new ChatRefusal(nothing);
      }
      return Envelope.of(DONE, view.apply(found));
    }
  }
}
