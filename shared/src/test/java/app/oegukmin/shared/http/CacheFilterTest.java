package app.oegukmin.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.http.Exchange.ProxyResponse;
import app.oegukmin.shared.limit.Decision;
import app.oegukmin.shared.limit.Decision.Balance;
import app.oegukmin.shared.limit.Decision.Outcome;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheFilterTest {

  private static final Decision COUNTED =
      new Decision(Outcome.ADMITTED, Optional.of(new Balance(20, 19, 1)), 0);

  private final News news = new News();
  private final JerseyApi api = new JerseyApi(news);

  /** A resource that may be kept in every way. */
  @Path("/api/news")
  @Produces(MediaType.APPLICATION_JSON)
  public static final class News {

    private String text = "새 소식";

    @GET
    @Cached(seconds = 60)
    public Envelope<String> forAll() {
      return Envelope.of("ok", text);
    }

    @GET
    @Path("/private")
    @Cached(seconds = 30, shared = false)
    public Envelope<String> forOne() {
      return Envelope.of("ok", text);
    }

    @GET
    @Path("/never")
    public Envelope<String> never() {
      return Envelope.of("ok", text);
    }

    @GET
    @Path("/{error}")
    @Cached(seconds = 60)
    public Envelope<String> throwing(@PathParam("error") String error) {
      if (error.equals("refused")) {
        throw new ApiException(ErrorCode.NOT_FOUND);
      }
      throw new IllegalStateException(error);
    }

    @GET
    @Path("/own")
    @Cached(seconds = 60)
    public Response own() {
      return Response.ok(never()).header("Cache-Control", "no-store").build();
    }

    @POST
    public Envelope<String> post() {
      return Envelope.of("ok", text);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/news         | 200 | public, max-age=60",
        "/api/news/private | 200 | private, max-age=30",
        "/api/news/never   | 200 | no-store",
        "/api/news/own     | 200 | no-store",
        "/api/news/refused | 400 | no-store",
        "/api/news/failed  | 500 | no-store",
        "/api/none         | 404 | no-store",
        "/api/{brace}      | 400 | no-store",
      })
  void saysOfEveryAnswerWhetherItMayBeKept(String path, int status, String control) {
    ProxyResponse answer = Exchange.get(path).header("If-None-Match", "*, \"x\"").with(api);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Cache-Control")).isEqualTo(control);
    assertThat(answer.header("ETag").isEmpty()).isEqualTo(control.equals("no-store"));
    assertThat(Exchange.of("POST", "/api/news").with(api).header("Cache-Control"))
        .isEqualTo("no-store");
  }

  @Test
  void aTagChangesWithTheBodyAlone() {
    String tag = tag();
    assertThat(tag).matches("\"[0-9a-f-]{36}\"").isEqualTo(tag());
    news.text = "옛 소식";
    assertThat(tag()).isNotEqualTo(tag);
  }

  @Test
  void keepsTheBodyAsItWas() {
    ProxyResponse answer = Exchange.get("/api/news").with(api);

    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.text())
        .isEqualTo("{\"success\":true,\"message\":\"ok\",\"response\":\"새 소식\"}");
  }

  @ParameterizedTest
  @DisplayName("RFC 9110 §13.1.2: a list of tags, compared weakly, or any")
  @ValueSource(strings = {"%s", "W/%s", "\"a\", %s", "\"a,b\",W/%s , \"c\"", "*", " * "})
  void tellsWhoHasItAlready(String condition) {
    ProxyResponse answer = askFor("/api/news", condition.formatted(tag()));

    assertThat(answer.status()).isEqualTo(304);
    assertThat(answer.text()).isEmpty();
    assertThat(answer.header("ETag")).isEqualTo(tag());
    assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=60");
    assertThat(answer.header("Content-Type")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"other\"", "W/\"other\"", "", "garbage", "\"", "\"*\"", "**", "한"})
  void answersInFullWhoHasSomethingElse(String condition) {
    assertThat(askFor("/api/news", condition).status()).isEqualTo(200);
    assertThat(askFor("/api/news", tag().replace("\"", "")).status()).isEqualTo(200);
  }

  @Test
  void aHeadIsToldToo() {
    ProxyResponse answer =
        Exchange.of("HEAD", "/api/news").header("If-None-Match", tag()).with(api);

    assertThat(answer.status()).isEqualTo(304);
    assertThat(Exchange.of("HEAD", "/api/news").with(api).header("ETag")).isEqualTo(tag());
  }

  @ParameterizedTest
  @DisplayName("RateLimit headers are in every response that no shared cache keeps, 304 too")
  @CsvSource({"/api/news, ''", "/api/news/private, 20", "/api/news/never, 20", "/api/none, 20"})
  void tellsOfLimitsWhereTheAnswerIsTheCallersAlone(String path, String limit) {
    for (String condition : new String[] {"\"x\"", "*"}) {
      Exchange exchange = Exchange.get(path).header("If-None-Match", condition);
      COUNTED.context().forEach(exchange::authorized);
      assertThat(exchange.with(api).header("RateLimit-Limit")).as(condition).isEqualTo(limit);
    }
  }

  private String tag() {
    return Exchange.get("/api/news").with(api).header("ETag");
  }

  private ProxyResponse askFor(String path, String condition) {
    return Exchange.get(path).header("If-None-Match", condition).with(api);
  }
}
