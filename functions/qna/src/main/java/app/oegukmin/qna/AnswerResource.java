package app.oegukmin.qna;

import app.oegukmin.shared.http.Call;
import app.oegukmin.shared.http.Envelope;
import app.oegukmin.shared.http.Parameter;
import app.oegukmin.shared.post.Editor;
import app.oegukmin.shared.post.Required;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** The HTTP edge of answers and likes, for members (contract §6.5). */
@Path("/api/answer")
@Produces(MediaType.APPLICATION_JSON)
public final class AnswerResource {

  /** Which answer a member likes, or likes no longer. */
  record LikeRequest(Long answerId) {}

  private static final int DONE = 200;

  private final AnswerService answers;
  private final AnswerWriter writer;
  private final LikeService likes;

  /** A resource over the rules. */
  AnswerResource(AnswerService answers, AnswerWriter writer, LikeService likes) {
    this.answers = answers;
    this.writer = writer;
    this.likes = likes;
  }

  /** Stores an answer; 400 C003 for an unknown question, C001 for the 501st answer. */
  @POST
  @Path("/create")
  public Envelope<AnswerView> create(
      @Context ContainerRequestContext request, AnswerRequest answer) {
    String member = Call.of(request).requireMember();
    return Envelope.of("Successfully create answer", writer.create(member, Required.body(answer)));
  }

  /** A page of ten by date or by likes; 400 C001 without question, cursor or order. */
  @POST
  @Path("/list")
  public Envelope<AnswerListView> list(
      @Context ContainerRequestContext request, AnswerFilter filter) {
    String member = Call.of(request).requireMember();
    return Envelope.of(
        "Successfully create answer list", answers.list(member, Required.body(filter)));
  }

  /** Replaces the text; 403 C006 for who is neither owner nor administrator. */
  @PUT
  @Path("/update")
  public Envelope<Integer> update(@Context ContainerRequestContext request, AnswerChange change) {
    writer.update(Editor.of(request), Required.body(change));
    return Envelope.of("Successfully update answer", DONE);
  }

  /** Erases an answer with its votes; 403 C006 as above, 200 for an unknown id. */
  @DELETE
  @Path("/erase")
  public Envelope<Integer> erase(
      @Context ContainerRequestContext request, @QueryParam("id") String id) {
    writer.erase(Editor.of(request), Parameter.number("id", id));
    return Envelope.of("Successfully delete answer", DONE);
  }

  /** Likes an answer, at most once; 400 C003 for an unknown one, 503 when too many do at once. */
  @PUT
  @Path("/like")
  public Envelope<Integer> like(@Context ContainerRequestContext request, LikeRequest like) {
    likes.like(Call.of(request).requireMember(), answer(like));
    return Envelope.of("Successfully like answer", DONE);
  }

  /** Takes a like back; as above. */
  @PUT
  @Path("/unlike")
  public Envelope<Integer> unlike(@Context ContainerRequestContext request, LikeRequest like) {
    likes.unlike(Call.of(request).requireMember(), answer(like));
    return Envelope.of("Successfully unlike answer", DONE);
  }

  private static long answer(LikeRequest like) {
    return Required.id("answerId", Required.body(like).answerId());
  }
}
