package app.oegukmin.help;

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

/** The HTTP edge of the helper board (contract §6.7). */
@Path("/api/help")
@Produces(MediaType.APPLICATION_JSON)
public final class HelpResource {

  private static final int DONE = 200;

  private final HelpService articles;
  private final HelpWriter writer;

  /** A resource over the rules. */
  HelpResource(HelpService articles, HelpWriter writer) {
    this.articles = articles;
    this.writer = writer;
  }

  /** A new article; 400 C001 for a text that is not allowed. */
  @POST
  @Path("/create")
  public Envelope<HelpView> create(@Context ContainerRequestContext request, HelpRequest article) {
    return Envelope.of(
        "Successfully create help",
        writer.create(Call.of(request).requireMember(), Required.body(article)));
  }

  /** An article in full, for everybody; 400 C003 for an unknown id. */
  @GET
  @Path("/read")
  public Envelope<HelpView> read(
      @Context ContainerRequestContext request, @QueryParam("id") String id) {
    return Envelope.of(
        "Successfully read help",
        articles.read(Call.of(request).member(), Parameter.number("id", id)));
  }

  /** A page of 20, newest first, for everybody; 400 C001 without a cursor. */
  @POST
  @Path("/list")
  public Envelope<HelpListView> list(@Context ContainerRequestContext request, HelpFilter filter) {
    return Envelope.of(
        "Successfully create help list",
        articles.list(Call.of(request).member(), Required.body(filter)));
  }

  /** Marks an article as done; 403 C006 for who does not own it. The app sends no body. */
  @PUT
  @Path("/done")
  public Envelope<Integer> done(
      @Context ContainerRequestContext request, @QueryParam("id") String id) {
    writer.end(Call.of(request).requireMember(), Parameter.number("id", id));
    return Envelope.of("Successfully done help", DONE);
  }

  /** Replaces title, text and side; 403 C006 for who is neither owner nor administrator. */
  @PUT
  @Path("/update")
  public Envelope<Integer> update(@Context ContainerRequestContext request, HelpChange change) {
    writer.update(Editor.of(request), Required.body(change));
    return Envelope.of("Successfully update help", DONE);
  }

  /** Erases an article; 403 C006 as above. */
  @DELETE
  @Path("/erase")
  public Envelope<Integer> erase(
      @Context ContainerRequestContext request, @QueryParam("id") String id) {
    writer.erase(Editor.of(request), Parameter.number("id", id));
    return Envelope.of("Successfully delete help", DONE);
  }
}
