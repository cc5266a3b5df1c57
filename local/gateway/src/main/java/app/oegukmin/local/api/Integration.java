package app.oegukmin.local.api;

import app.oegukmin.local.function.FunctionError;
import app.oegukmin.local.function.Functions;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls the function of a route and waits as long as the gateway does (aws §2 #21, #22). */
public final class Integration {

  private final Functions functions;

  /** Calls to functions. */
  public Integration(Functions functions) {
    this.functions = functions;
  }

  /**
   * The function's response.
   *
   * @throws GatewayException 502 for a function error, 504 when it takes too long, 500 when it
   *     cannot be invoked
   */
  public JsonNode call(String function, Duration timeout, JsonNode event) throws GatewayException {
    byte[] payload = Json.write(event);
    var response = new FutureTask<>(() -> functions.invoke(function, payload));
    Thread.ofVirtual().start(response);
    try {
      return Json.read(response.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      // As on Lambda, the function is not told and goes on.
      throw GatewayException.because(Failure.INTEGRATION_TIMEOUT, function + " is slow");
    } catch (ExecutionException e) {
      throw failed(function, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GatewayException(Failure.INTERNAL_SERVER_ERROR);
    }
  }

  private static GatewayException failed(String function, Throwable cause) {
    return cause instanceof FunctionError error
        ? GatewayException.because(
            Failure.BAD_GATEWAY, function + ": " + error.type() + ": " + error.getMessage())
        : GatewayException.because(Failure.INTERNAL_SERVER_ERROR, function + ": " + cause);
  }
}
