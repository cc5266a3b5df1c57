package app.oegukmin.menu;

import app.oegukmin.shared.http.Call;
import app.oegukmin.shared.http.Envelope;
import app.oegukmin.shared.http.Parameter;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** The HTTP edge of reading menus (contract §6.3), for administrators instead of a shared key. */
@Path("/api/menu/test")
@Produces(MediaType.APPLICATION_JSON)
public final class MenuCrawlResource {

  private static final int DONE = 200;

  private final MenuCrawlService crawls;

  /** A resource over the rules. */
  MenuCrawlResource(MenuCrawlService crawls) {
    this.crawls = crawls;
  }

  /**
   * Begins to read the menus of a day; 403 C006 for other members, 400 C001 for an invalid day
   * (D-A9).
   */
  @POST
  public Envelope<Integer> crawl(
      @QueryParam("date") String date, @Context ContainerRequestContext request) {
    String admin = Call.of(request).requireAdmin();
    crawls.crawl(Parameter.date("date", date), admin);
    return Envelope.of("Successfully update menu", DONE);
  }
}
