package app.oegukmin.shared.http;

import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.valkey.Valkey;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one request before SnapStart takes its snapshot, so that classes are loaded and compiled
 * before the first caller comes. Closes the connection to Valkey, which a snapshot cannot hold.
 * Keep a reference to it: the runtime holds its hooks weakly.
 */
public final class Priming implements Resource {

  private static final Logger LOG = LoggerFactory.getLogger(Priming.class);

  private final JerseyApi api;
  private final String event;
  private final Optional<Valkey> valkey;

  /**
   * Primes with a request that writes nothing: a member nobody has asks for the id 1, which none
   * has, so that the stores' clients are primed too.
   */
  public Priming(JerseyApi api, String method, String path, Optional<Valkey> valkey) {
    this.api = api;
    this.event = event(method, path);
    this.valkey = valkey;
    Core.getGlobalContext().register(this);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) throws IOException {
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    api.handle(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), response, null);
    LOG.info("Primed with a response of {} bytes", response.size());
    // No method reference: linking one loads Valkey's client, which not every function ships.
    if (valkey.isPresent()) {
      valkey.get().close();
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // Connections open by themselves at their next use.
  }

  private static String event(String method, String path) {
    ObjectNode event = Json.MAPPER.createObjectNode();
    event.put("httpMethod", method).put("path", path).put("resource", path);
    event.putObject("multiValueHeaders");
    event.putObject("multiValueQueryStringParameters").putArray("id").add("1");
    ObjectNode context = event.putObject("requestContext");
    context.put("httpMethod", method).put("path", path).put("stage", "live");
    context.putObject("identity").put("sourceIp", "127.0.0.1");
    context.putObject("authorizer").put("userId", "priming");
    return event.toString();
  }
}
