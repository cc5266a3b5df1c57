package app.oegukmin.qna.picture;

import app.oegukmin.qna.QuestionRequest;
import app.oegukmin.qna.QuestionView;
import app.oegukmin.qna.QuestionWriter;
import app.oegukmin.shared.form.Form;
import app.oegukmin.shared.http.Call;
import app.oegukmin.shared.http.Envelope;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;

/** The HTTP edge of new questions (contract §6.4, §7.5). */
@Path("/api/question")
@Produces(MediaType.APPLICATION_JSON)
public final class QuestionPostResource {

  private static final String BOARD = "question";

  private final QuestionWriter questions;
  private final PictureReader reader;
  private final PictureStore store;

  /** A resource over the rules. */
  QuestionPostResource(QuestionWriter questions, PictureReader reader, PictureStore store) {
    this.questions = questions;
    this.reader = reader;
    this.store = store;
  }

  /**
   * Stores a question with all its pictures or not at all (D-Q5): 400 C001 for a text or the tag,
   * C003 for an account that is gone, S301, S303, S304, S307 for pictures, 503 while S3 is away.
   */
  @POST
  @Path("/create")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Envelope<QuestionView> create(
      @Context ContainerRequestContext request, FormDataMultiPart parts) throws IOException {
    String uid = Call.of(request).requireMember();
    Form form = new Form(parts);
    QuestionForm sent = form.json("request", QuestionForm.class);
    // Before the pictures: a text costs nothing to look at.
    QuestionRequest question = sent.question().checked();
    List<NewPicture> pictures =
        reader.read(uid, SentPictures.of(form.files("imgList"), sent.images()));
    return Envelope.of(
        "Successfully create question",
        questions.create(uid, question, new PostPictures(store, BOARD, pictures)));
  }
}
