package app.oegukmin.moderation;

import app.oegukmin.shared.http.Call;
import app.oegukmin.shared.http.Envelope;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** The HTTP edge of blocks. */
@Path("/api/block")
@Produces(MediaType.APPLICATION_JSON)
public final class BlockResource {

  private static final int DONE = 200;

  private final BlockService blocks;

  /** A resource over the rules. */
  BlockResource(BlockService blocks) {
    this.blocks = blocks;
  }

  /** Whom the caller blocks. */
  @GET
  public Envelope<BlockListView> list(@Context ContainerRequestContext request) {
    return Envelope.of("Successfully load block list", blocks.list(member(request)));
  }

  /** Blocks a member by the public id; 400 C003 for an unknown one. */
  @PUT
  @Path("/{userId}")
  public Envelope<Integer> block(
      @Context ContainerRequestContext request, @PathParam("userId") String userId) {
    blocks.block(member(request), userId);
    return Envelope.of("Successfully block user", DONE);
  }

  /** Ends a block. */
  @DELETE
  @Path("/{userId}")
  public Envelope<Integer> unblock(
      @Context ContainerRequestContext request, @PathParam("userId") String userId) {
    blocks.unblock(member(request), userId);
    return Envelope.of("Successfully unblock user", DONE);
  }

  private static String member(ContainerRequestContext request) {
    return Call.of(request).requireMember();
  }
}
