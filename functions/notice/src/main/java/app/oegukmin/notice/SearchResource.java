package app.oegukmin.notice;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.Cached;
import app.oegukmin.shared.http.Envelope;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.http.Parameter;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The HTTP edge of searching notices (contract §6.2). */
@Path("/api/announcement/search")
@Produces(MediaType.APPLICATION_JSON)
public final class SearchResource {

  private static final int SHORTEST = 2;

  private final SearchService notices;

  /** A resource over the rules. */
  SearchResource(SearchService notices) {
    this.notices = notices;
  }

  /**
   * A page of the notices that have a word, newest first, with the parameters of a list. A word of
   * less than two UTF-16 units, spaces counted, is 400 S001; none is 400 C001 (D-A9).
   */
  // Private: endless different words would fill a shared cache, and the response carries the
  // caller's limit, because a search costs more than a list.
  @GET
  @Cached(seconds = 30, shared = false)
  public Envelope<NoticeListView> search(
      @QueryParam("type") @DefaultValue("") String type,
      @QueryParam("language") @DefaultValue("") String language,
      @QueryParam("cursor") String cursor,
      @QueryParam("word") String word) {
    if (Parameter.text("word", word).length() < SHORTEST) {
      throw new ApiException(ErrorCode.SEARCH_TOO_SHORT);
    }
    long before = Parameter.number("cursor", cursor, 0);
    return NoticeResource.loaded(notices.search(type, language, word, before));
  }
}
