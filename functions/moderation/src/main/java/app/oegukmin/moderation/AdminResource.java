package app.oegukmin.moderation;

import app.oegukmin.shared.http.Call;
import app.oegukmin.shared.http.Envelope;
import app.oegukmin.shared.http.Parameter;
import app.oegukmin.shared.post.Required;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** The HTTP edge of what administrators alone may do; 403 C006 for everybody else. */
@Path("/api/admin")
@Produces(MediaType.APPLICATION_JSON)
public final class AdminResource {

  private static final int DONE = 200;

  private final ReportService reports;
  private final HidingService hiding;

  /** A resource over the rules. */
  AdminResource(ReportService reports, HidingService hiding) {
    this.reports = reports;
    this.hiding = hiding;
  }

  /** A page of 20 reports, newest first; without a cursor the first. */
  @GET
  @Path("/reports")
  public Envelope<ReportListView> reports(
      @Context ContainerRequestContext request, @QueryParam("cursor") String cursor) {
    Call.of(request).requireAdmin();
    long before = Required.before(Parameter.number("cursor", cursor, 0));
    return Envelope.of("Successfully load report list", reports.list(before));
  }

  /** Hides a post or shows it again; 400 C003 for an unknown one. */
  @PUT
  @Path("/hidden")
  public Envelope<Integer> hide(@Context ContainerRequestContext request, HiddenRequest hidden) {
    hiding.hide(Call.of(request).requireAdmin(), Required.body(hidden));
    return Envelope.of("Successfully change hidden", DONE);
  }
}
