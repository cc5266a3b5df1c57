package app.oegukmin.chat;

import app.oegukmin.shared.http.Call;
import app.oegukmin.shared.http.Envelope;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** The phones that pushes go to. A token stands in the body alone: addresses are logged. */
@Path("/api/chat/device")
@Produces(MediaType.APPLICATION_JSON)
public final class DeviceResource {

  private static final int DONE = 200;

  private final DeviceService devices;

  /** A resource over the rules. */
  DeviceResource(DeviceService devices) {
    this.devices = devices;
  }

  /** Makes a phone the caller's. */
  @PUT
  public Envelope<Integer> register(@Context ContainerRequestContext request, DeviceRequest body) {
    devices.register(Call.of(request).requireToken(), body);
    return Envelope.of("Device registered", DONE);
  }

  /** Ends that pushes go to a phone of the caller. */
  @DELETE
  public Envelope<Integer> remove(@Context ContainerRequestContext request, DeviceRequest body) {
    devices.remove(Call.of(request).requireToken(), body);
    return Envelope.of("Device removed", DONE);
  }
}
