package app.oegukmin.notice;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.Cached;
import app.oegukmin.shared.http.Envelope;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.http.Parameter;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The HTTP edge of notices (contract §6.2). Public: responses never depend on the caller. */
@Path("/api/announcement")
@Produces(MediaType.APPLICATION_JSON)
public final class NoticeResource {

  /** The message beside a list. */
  static final String LOADED = "Successfully load announcement list";

  private final NoticeService notices;

  /** A resource over the rules. */
  public NoticeResource(NoticeService notices) {
    this.notices = notices;
  }

  /**
   * A page of ten, newest first. An absent or empty parameter is all types, Korean, the first page;
   * an unknown type or language has no notices; a bad cursor is 400 C001.
   */
  // A minute: news may be that late, and pages that the app loads again and again (D-F3) come from
  // caches.
  @GET
  @Cached(seconds = 60)
  public Envelope<NoticeListView> list(
      @QueryParam("type") @DefaultValue("") String type,
      @QueryParam("language") @DefaultValue("") String language,
      @QueryParam("cursor") String cursor) {
    long before = Parameter.number("cursor", cursor, 0);
    return Envelope.of(LOADED, notices.list(type, language, before));
  }

  /** One notice in full; an unknown id is 400 C003. */
  // Longer than a list, because edits are rare.
  @GET
  @Path("/{id}")
  @Cached(seconds = 300)
  public Envelope<NoticeView> read(@PathParam("id") String id) {
    NoticeView notice =
        notices
            .read(Parameter.number("id", id))
            .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
    return Envelope.of("Successfully load announcement", notice);
  }
}
