package app.oegukmin.shared.http;

import app.oegukmin.shared.dynamo.BusyException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;

/** A resource that says back what it heard, or fails as it is told. */
@Path("/api/echo")
@Produces(MediaType.APPLICATION_JSON)
public final class EchoResource {

  /** A body with rules. */
  public record Greeting(@NotBlank String name, @NotNull @Size(max = 4) String phone, long count) {}

  @GET
  public Envelope<String> query(@QueryParam("text") String text) {
    return Envelope.of("ok", text);
  }

  @GET
  @Path("/{text}")
  public Envelope<String> path(@PathParam("text") String text) {
    return Envelope.of("ok", text);
  }

  @POST
  public Envelope<Greeting> body(@NotNull @Valid Greeting greeting) {
    return Envelope.of("ok", greeting);
  }

  @POST
  @Path("/raw")
  public Envelope<String> raw(@Context ContainerRequestContext request) {
    byte[] body = Call.of(request).body();
    return Envelope.of("ok", new String(body, StandardCharsets.UTF_8));
  }

  @GET
  @Path("/member")
  public Envelope<String> member(@Context ContainerRequestContext request) {
    return Envelope.of("ok", Call.of(request).member().orElse("guest"));
  }

  @GET
  @Path("/failure")
  public Envelope<Long> failure() {
    return Envelope.of("ok", Long.valueOf("SELECT secret FROM users"));
  }

  @GET
  @Path("/busy")
  public Envelope<String> busy(@QueryParam("busy") boolean busy) {
    if (busy) {
      throw new BusyException(null);
    }
    return Envelope.of("ok", "room enough");
  }

  @GET
  @Path("/refusal")
  public Envelope<String> refusal(@QueryParam("code") ErrorCode code) {
    if (code != null) {
      throw new ApiException(code);
    }
    return Envelope.of("ok", "nothing to refuse");
  }
}
