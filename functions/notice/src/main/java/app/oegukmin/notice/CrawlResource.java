package app.oegukmin.notice;

import app.oegukmin.shared.http.Call;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** The HTTP edge of crawling (contract §6.2), for administrators instead of a shared key. */
@Path("/api/announcement/test")
public final class CrawlResource {

  private final CrawlService crawls;

  /** A resource over the rules. */
  CrawlResource(CrawlService crawls) {
    this.crawls = crawls;
  }

  /** Begins a crawl of all boards; 200 without a body, 403 C006 for other members. */
  @POST
  public Response crawl(@Context ContainerRequestContext request) {
    crawls.crawl(Call.of(request).requireAdmin());
    return Response.ok().build();
  }
}
