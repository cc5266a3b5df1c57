package app.oegukmin.faq;

import app.oegukmin.shared.faq.FaqView;
import app.oegukmin.shared.http.Call;
import app.oegukmin.shared.http.Envelope;
import app.oegukmin.shared.http.Parameter;
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

/** The HTTP edge of the FAQ, but for new entries (contract §6.6). */
@Path("/api/faq")
@Produces(MediaType.APPLICATION_JSON)
public final class FaqResource {

  private static final int DONE = 200;

  private final FaqService entries;
  private final FaqWriter writer;

  /** A resource over the rules. */
  FaqResource(FaqService entries, FaqWriter writer) {
    this.entries = entries;
    this.writer = writer;
  }

  /** An entry in full, for everybody; 400 C003 for an unknown id. */
  @GET
  @Path("/read")
  public Envelope<FaqView> read(@QueryParam("id") String id) {
    return Envelope.of("Successfully read FAQ", entries.read(Parameter.number("id", id)));
  }

  /** A page of 20, newest first, for everybody; 400 C001 without a cursor. */
  @POST
  @Path("/list")
  public Envelope<FaqListView> list(FaqFilter filter) {
    return Envelope.of("Successfully create FAQ list", entries.list(Required.body(filter)));
  }

  /** Replaces an entry; 403 C006 for all but administrators (D-S5). */
  @PUT
  @Path("/update")
  public Envelope<Integer> update(@Context ContainerRequestContext request, FaqChange change) {
    writer.update(Call.of(request).requireAdmin(), Required.body(change));
    return Envelope.of("Successfully update FAQ", DONE);
  }

  /** Erases an entry; 403 C006 as above. */
  @DELETE
  @Path("/erase")
  public Envelope<Integer> erase(
      @Context ContainerRequestContext request, @QueryParam("id") String id) {
    writer.erase(Call.of(request).requireAdmin(), Parameter.number("id", id));
    return Envelope.of("Successfully delete FAQ", DONE);
  }
}
