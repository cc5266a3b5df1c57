package app.oegukmin.search;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.Cached;
import app.oegukmin.shared.http.Call;
import app.oegukmin.shared.http.Envelope;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.http.Parameter;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** The HTTP edge of searching everything. */
@Path("/api/search")
@Produces(MediaType.APPLICATION_JSON)
public final class SearchResource {

  private static final int SHORTEST = 2;

  private final SearchService search;

  /** A resource over the rules. */
  SearchResource(SearchService search) {
    this.search = search;
  }

  /**
   * The 50 best hits of all kinds, for everybody. A word of less than two UTF-16 units is 400 S001,
   * none is 400 C001; an unknown language has no hits.
   */
  // Private: a member does not see those whom he blocks.
  @GET
  @Cached(seconds = 30, shared = false)
  public Envelope<SearchListView> search(
      @Context ContainerRequestContext request,
      @QueryParam("word") String word,
      @QueryParam("language") @DefaultValue("") String language) {
    if (Parameter.text("word", word).length() < SHORTEST) {
      throw new ApiException(ErrorCode.SEARCH_TOO_SHORT);
    }
    return Envelope.of(
        "Successfully search", search.search(Call.of(request).member(), word, language));
  }
}
