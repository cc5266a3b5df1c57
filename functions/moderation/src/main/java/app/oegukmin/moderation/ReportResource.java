package app.oegukmin.moderation;

import app.oegukmin.shared.http.Call;
import app.oegukmin.shared.http.Envelope;
import app.oegukmin.shared.post.Required;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** The HTTP edge of reports. */
@Path("/api/report")
@Produces(MediaType.APPLICATION_JSON)
public final class ReportResource {

  private static final int DONE = 200;

  private final ReportService reports;

  /** A resource over the rules. */
  ReportResource(ReportService reports) {
    this.reports = reports;
  }

  /** Reports a post; 400 C003 for an unknown one. */
  @POST
  public Envelope<Integer> report(@Context ContainerRequestContext request, ReportRequest report) {
    reports.report(Call.of(request).requireMember(), Required.body(report));
    return Envelope.of("Successfully report", DONE);
  }
}
