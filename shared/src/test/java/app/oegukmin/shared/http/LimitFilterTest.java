package app.oegukmin.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.http.Exchange.ProxyResponse;
import app.oegukmin.shared.limit.Decision;
import app.oegukmin.shared.limit.Decision.Balance;
import app.oegukmin.shared.limit.Decision.Outcome;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitFilterTest {

  private static final Optional<Balance> BALANCE = Optional.of(new Balance(20, 0, 3));

  private final AtomicInteger work = new AtomicInteger();
  private final JerseyApi api = new JerseyApi(new Work(work));

  /** A resource that counts its calls. */
  @Path("/api/work")
  @Produces(MediaType.APPLICATION_JSON)
  public static final class Work {

    private final AtomicInteger done;

    Work(AtomicInteger done) {
      this.done = done;
    }

    @GET
    public Envelope<String> plain() {
      done.incrementAndGet();
      return Envelope.of("ok", "");
    }

    @GET
    @Path("/{control}")
    public Response cacheable(@PathParam("control") String control) {
      return Response.ok(plain()).header("Cache-Control", control).build();
    }
  }

  @Test
  void answers429BeforeAnyWork() throws IOException {
    ProxyResponse answer = ask("/api/work", new Decision(Outcome.THROTTLED, BALANCE, 2));
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.text())
        .isEqualTo("{\"success\":false,\"code\":\"C007\",\"message\":\"Too Many Requests\"}");
    assertThat(answer.header("Retry-After")).isEqualTo("2");
    assertThat(answer.header("RateLimit-Limit")).isEqualTo("20");
    assertThat(answer.header("RateLimit-Remaining")).isEqualTo("0");
    assertThat(answer.header("RateLimit-Reset")).isEqualTo("3");
    assertThat(work).hasValue(0);
  }

  @Test
  void answers429OnAPathThatDoesNotExistToo() {
    assertThat(ask("/api/none", new Decision(Outcome.THROTTLED, BALANCE, 2)).status())
        .isEqualTo(429);
  }

  @Test
  void answers503WhenNothingCanBeCounted() {
    ProxyResponse answer = ask("/api/work", Decision.CLOSED);
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("5");
    assertThat(work).hasValue(0);
  }

  @Test
  void tellsOnEverySuccessAndErrorHowTheCallerStands() {
    Decision admitted = new Decision(Outcome.ADMITTED, BALANCE, 0);
    for (String path : new String[] {"/api/work", "/api/none", "/api/work/private"}) {
      ProxyResponse answer = ask(path, admitted);
      assertThat(answer.header("RateLimit-Limit")).as(path).isEqualTo("20");
      assertThat(answer.header("Retry-After")).as(path).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"public", "max-age=60, public", "s-maxage=5"})
  void keepsWhatIsThisCallersOutOfAnswersForAll(String control) {
    ProxyResponse answer =
        ask("/api/work/" + control.replace(" ", "%20"), new Decision(Outcome.ADMITTED, BALANCE, 0));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("RateLimit-Limit")).isEmpty();
  }

  @Test
  void saysNothingWhenNothingWasCounted() {
    ProxyResponse answer = ask("/api/work", Decision.UNLIMITED);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("RateLimit-Limit")).isEmpty();
    assertThat(Exchange.get("/api/work").with(api).status()).isEqualTo(200);
  }

  private ProxyResponse ask(String path, Decision decision) {
    Exchange exchange = Exchange.get(path).authorized("tier", "member");
    decision.context().forEach(exchange::authorized);
    return exchange.with(api);
  }
}
