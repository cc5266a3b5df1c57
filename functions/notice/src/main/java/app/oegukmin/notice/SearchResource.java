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
  private static final String BY_RELEVANCE = "relevance";

  private final SearchService notices;

  /** A resource over the rules. */
  SearchResource(SearchService notices) {
    this.notices = notices;
  }

  /**
   * A page of the notices that have a word, newest first, with the parameters of a list. A word of
   * less than two UTF-16 units, spaces counted, is 400 S001; none is 400 C001 (D-A9). With {@code
   * sort=relevance} it is one page of the 50 best.
   */
  // Private: endless different words would fill a shared cache, and the response carries the
  // caller's limit, because a search costs more than a list.
  @GET
  @Cached(seconds = 30, shared = false)
  public Envelope<SearchListView> search(
      @QueryParam("type") @DefaultValue("") String type,
      @QueryParam("language") @DefaultValue("") String language,
      @QueryParam("cursor") String cursor,
      @QueryParam("word") String word,
      @QueryParam("sort") @DefaultValue("") String sort) {
    if (Parameter.text("word", word).length() < SHORTEST) {
      throw new ApiException(ErrorCode.SEARCH_TOO_SHORT);
    }
    long before = Parameter.number("cursor", cursor, 0);
    SearchListView found =
        NoticeList.of(type, language)
            .map(list -> search(list, word, before, sort))
            .orElse(SearchListView.EMPTY);
    return Envelope.of(NoticeResource.LOADED, found);
  }

  private SearchListView search(NoticeList list, String word, long cursor, String sort) {
    return sort.equals(BY_RELEVANCE)
        ? notices.best(list, word)
        : notices.search(list, word, cursor);
  }
}
