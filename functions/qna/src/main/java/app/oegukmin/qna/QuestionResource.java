package app.oegukmin.qna;

import app.oegukmin.shared.http.Call;
import app.oegukmin.shared.http.Envelope;
import app.oegukmin.shared.http.Parameter;
import app.oegukmin.shared.post.Editor;
import app.oegukmin.shared.post.Required;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** The HTTP edge of questions, but for new ones (contract §6.4). */
@Path("/api/question")
@Produces(MediaType.APPLICATION_JSON)
public final class QuestionResource {

  private static final int DONE = 200;

  private final QuestionService questions;
  private final QuestionWriter writer;

  /** A resource over the rules. */
  QuestionResource(QuestionService questions, QuestionWriter writer) {
    this.questions = questions;
    this.writer = writer;
  }

  /** A question in full, for everybody; 400 C003 for an unknown id. */
  @GET
  @Path("/read")
  public Envelope<QuestionView> read(
      @Context ContainerRequestContext request, @QueryParam("id") String id) {
    Call call = Call.of(request);
    return Envelope.of(
        "Successfully read question",
        questions.read(call.member(), call.address(), Parameter.number("id", id)));
  }

  /** A page of 20, newest first, for everybody; 400 C001 without a cursor. */
  @POST
  @Path("/list")
  public Envelope<QuestionListView> list(
      @Context ContainerRequestContext request, QuestionFilter filter) {
    return Envelope.of(
        "Successfully create question list",
        questions.list(Call.of(request).member(), Required.body(filter)));
  }

  /** Replaces title, text and tag; 403 C006 for who is neither owner nor administrator. */
  @PUT
  @Path("/update")
  public Envelope<Integer> update(@Context ContainerRequestContext request, QuestionChange change) {
    writer.update(Editor.of(request), Required.body(change));
    return Envelope.of("Successfully update question", DONE);
  }

  /** Erases a question with all that hangs on it; 403 C006 as above. */
  @DELETE
  @Path("/erase")
  public Envelope<Integer> erase(
      @Context ContainerRequestContext request, @QueryParam("id") String id) {
    writer.erase(Editor.of(request), Parameter.number("id", id));
    return Envelope.of("Successfully delete question", DONE);
  }
}
