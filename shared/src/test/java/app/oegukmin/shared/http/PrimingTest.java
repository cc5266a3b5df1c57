package app.oegukmin.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.valkey.Valkey;
import app.oegukmin.testkit.Stack;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crac.Core;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.Jedis;

@Tag("process")
class PrimingTest {

  @RegisterExtension static final Stack STACK = Stack.of().withValkey();

  private final Valkey valkey = new Valkey(STACK.valkeyEndpoint(), false, Clock.systemUTC());
  private final Primed primed = new Primed(valkey, new ArrayList<>(), new ArrayList<>());
  private final Priming priming =
      new Priming(new JerseyApi(primed), "GET", "/primed", Optional.of(valkey));

  /** Asks Valkey, as the functions do, and notes the connection by its number. */
  @Path("/primed")
  public record Primed(Valkey valkey, List<Long> connections, List<String> callers) {
    /** Responds with nothing. */
    @GET
    public void ask(@Context ContainerRequestContext request, @QueryParam("id") String id) {
      valkey.ask(Jedis::clientId).ifPresent(connections::add);
      callers.add(Call.of(request).requireMember() + " " + id);
    }
  }

  @Test
  void runsTheRequestBeforeTheSnapshot() throws IOException {
    priming.beforeCheckpoint(Core.getGlobalContext());

    assertThat(primed.connections()).hasSize(1);
  }

  @Test
  @DisplayName("A member asks for an id: without them a route refuses before it reads anything")
  void asksAsAMember() throws IOException {
    priming.beforeCheckpoint(Core.getGlobalContext());

    assertThat(primed.callers()).containsExactly("priming 1");
  }

  @Test
  void takesNoOpenConnectionIntoTheSnapshot() throws Exception {
    priming.beforeCheckpoint(Core.getGlobalContext());
    long first = primed.connections().getFirst();
    // The server lists a closed connection until it has looked at it.
    for (int tries = 0; tries < 100 && isOpen(first); tries++) {
      Thread.sleep(20);
    }
    assertThat(isOpen(first)).isFalse();
    priming.afterRestore(Core.getGlobalContext());

    assertThat(valkey.ask(Jedis::clientId).orElseThrow()).isNotEqualTo(first);
    valkey.close();
  }

  private static boolean isOpen(long connection) {
    return STACK.valkey().clientList().contains("id=" + connection + " ");
  }
}
