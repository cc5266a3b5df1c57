package app.oegukmin.qna.picture;

import app.oegukmin.shared.http.Call;
import app.oegukmin.shared.http.Envelope;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** The HTTP edge of uploads, for clients that know them; the shipped app attaches its pictures. */
@Path("/api/image")
@Produces(MediaType.APPLICATION_JSON)
public final class UploadResource {

  private final UploadService uploads;

  /** A resource over the rules. */
  UploadResource(UploadService uploads) {
    this.uploads = uploads;
  }

  /** An address to upload one picture to, as {@code {"type": "image/jpeg", "length": 3482110}}. */
  @POST
  @Path("/upload")
  public Envelope<UploadView> prepare(
      @Context ContainerRequestContext request, UploadRequest upload) {
    return Envelope.of(
        "Successfully prepare upload", uploads.prepare(Call.of(request).requireMember(), upload));
  }
}
