package app.oegukmin.menu;

import app.oegukmin.shared.http.Cached;
import app.oegukmin.shared.http.Envelope;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP edge of menus (contract §6.3). The app waits for this response before it shows anything,
 * and stays on its splash screen for ever unless it is 200 with an array (contract §1.2). So it is,
 * whatever is asked and whatever fails.
 */
@Path("/api/menu")
@Produces(MediaType.APPLICATION_JSON)
public final class MenuResource {

  private static final Logger LOG = LoggerFactory.getLogger(MenuResource.class);
  private static final String LOADED = "Successfully load menus";

  private final MenuService menus;

  /** A resource over the rules. */
  public MenuResource(MenuService menus) {
    this.menus = menus;
  }

  /** The menus of a day; none for a date or a language that is missing or unknown. */
  // The app asks again whenever a screen is drawn (D-F3), and a kitchen changes its menu within an
  // hour at best.
  @GET
  @Path("/daily")
  @Cached(seconds = 60)
  @SuppressWarnings("CatchGeneral") // Any other response would keep the app from starting.
  public Response daily(
      @QueryParam("date") @DefaultValue("") String date,
      @QueryParam("language") @DefaultValue("") String language) {
    try {
      return Response.ok(Envelope.of(LOADED, menus.daily(date, language).cafeterias())).build();
    } catch (RuntimeException e) {
      LOG.error("No menus, but the app has to start", e);
      CacheControl never = new CacheControl();
      never.setNoStore(true);
      return Response.ok(Envelope.of(LOADED, List.of())).cacheControl(never).build();
    }
  }
}
