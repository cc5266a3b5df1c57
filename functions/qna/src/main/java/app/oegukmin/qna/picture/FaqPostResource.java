package app.oegukmin.qna.picture;

import app.oegukmin.shared.faq.FaqRequest;
import app.oegukmin.shared.faq.FaqView;
import app.oegukmin.shared.form.Form;
import app.oegukmin.shared.http.Call;
import app.oegukmin.shared.http.Envelope;
import app.oegukmin.shared.post.PictureUrls;
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

/** The HTTP edge of new FAQ entries (contract §6.6), for administrators (D-S5). */
@Path("/api/faq")
@Produces(MediaType.APPLICATION_JSON)
public final class FaqPostResource {

  private static final String BOARD = "faq";

  private final FaqPostWriter entries;
  private final PictureReader reader;
  private final PictureStore store;
  private final PictureUrls urls;

  /** A resource over the rules. */
  FaqPostResource(
      FaqPostWriter entries, PictureReader reader, PictureStore store, PictureUrls urls) {
    this.entries = entries;
    this.reader = reader;
    this.store = store;
    this.urls = urls;
  }

  /** Stores an entry with all its pictures or not at all; 403 C006 for other members. */
  @POST
  @Path("/create")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Envelope<FaqView> create(@Context ContainerRequestContext request, FormDataMultiPart parts)
      throws IOException {
    String uid = Call.of(request).requireAdmin();
    Form form = new Form(parts);
    FaqForm sent = form.json("request", FaqForm.class);
    FaqRequest entry = sent.entry().checked();
    List<NewPicture> pictures =
        reader.read(uid, SentPictures.of(form.files("imgList"), sent.images()));
    return Envelope.of(
        "Successfully create FAQ",
        FaqView.of(entries.create(uid, entry, new PostPictures(store, BOARD, pictures)), urls));
  }
}
