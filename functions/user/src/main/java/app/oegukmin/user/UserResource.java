package app.oegukmin.user;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.Call;
import app.oegukmin.shared.http.Envelope;
import app.oegukmin.shared.http.ErrorCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The HTTP edge of accounts (contract §6.1). */
@Path("/api/user")
@Produces(MediaType.APPLICATION_JSON)
public final class UserResource {

  private final UserService users;

  /** A resource over the rules. */
  UserResource(UserService users) {
    this.users = users;
  }

  /** 201 for a new account and for the same one again; 400 U001 for anybody else's. */
  @POST
  @Path("/signup")
  @Signed
  public Response signUp(@NotNull @Valid SignUpRequest body) {
    users.signUp(body);
    return Response.status(201).entity(Envelope.of("Successfully Signup", "")).build();
  }

  /** A pair of tokens; 400 C003 when no account has this id and this e-mail. */
  @POST
  @Path("/signin")
  @Signed
  public Envelope signIn(@NotNull @Valid SignInRequest body) {
    return Envelope.of("Successfully Sign in", users.signIn(body));
  }

  /** The caller's own account; the spelling of the message is the contract's. */
  @GET
  @Path("/me")
  public Envelope me(@Context ContainerRequestContext request) {
    String member =
        Call.of(request).member().orElseThrow(() -> new ApiException(ErrorCode.INVALID_TOKEN));
    return Envelope.of("Successfully gey my info", UserView.of(users.me(member)));
  }
}
