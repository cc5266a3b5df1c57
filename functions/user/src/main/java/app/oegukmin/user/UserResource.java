package app.oegukmin.user;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.Call;
import app.oegukmin.shared.http.Envelope;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.limit.Limit;
import app.oegukmin.shared.limit.Limiter;
import app.oegukmin.shared.limit.Subject;
import app.oegukmin.user.signature.Signed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The HTTP edge of accounts (contract §6.1). */
@Path("/api/user")
@Produces(MediaType.APPLICATION_JSON)
public final class UserResource {

  private final UserService users;
  private final Limiter limiter;
  private final SignInMode mode;

  /** A resource over the rules. */
  UserResource(UserService users, Limiter limiter, SignInMode mode) {
    this.users = users;
    this.limiter = limiter;
    this.mode = mode;
  }

  /**
   * 201 for a new account and for the same one again; 400 U001 for anybody else's, 401 J001 without
   * the proof that the mode asks for, 429 C007 after too many tries. A try counts before it is
   * compared with an account, and together with sign-ins: both tell who knows an e-mail (F-1).
   */
  @POST
  @Path("/signup")
  @Signed
  public Response signUp(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String header, @NotNull @Valid SignUpRequest body) {
    prove(header, body.uuid(), body.email());
    users.signUp(body);
    return Response.status(201).entity(Envelope.of("Successfully Signup", "")).build();
  }

  /**
   * A pair of tokens; 400 C003 when no account has this id and this e-mail, 401 J001 as for a
   * sign-up, 429 C007 after too many tries, from any address (D-S13). A try without proof is not
   * counted, because a stranger could lock the owner out.
   */
  @POST
  @Path("/signin")
  @Signed
  public Envelope<TokenView> signIn(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String header, @NotNull @Valid SignInRequest body) {
    boolean verified = prove(header, body.uuid(), body.email());
    return Envelope.of("Successfully Sign in", users.signIn(body, verified));
  }

  private boolean prove(String header, String uuid, String email) {
    boolean verified = mode.proof().verify(header, uuid, email);
    ApiException.unlessAdmitted(limiter.take(Subject.account(uuid), Limit.SIGN_IN_ACCOUNT, 1));
    return verified;
  }

  /** The caller's own account; the spelling of the message is the contract's. */
  @GET
  @Path("/me")
  public Envelope<UserView> me(@Context ContainerRequestContext request) {
    String member = Call.of(request).requireMember();
    return Envelope.of("Successfully gey my info", UserView.of(users.me(member)));
  }

  /** Replaces the caller's profile and returns the account. */
  @PUT
  @Path("/me")
  public Envelope<UserView> change(
      @Context ContainerRequestContext request, @NotNull @Valid ProfileRequest body) {
    String member = Call.of(request).requireMember();
    return Envelope.of("Successfully modify my info", UserView.of(users.change(member, body)));
  }

  /** Deletes the caller's account permanently. */
  @DELETE
  @Path("/me")
  public Envelope<String> leave(@Context ContainerRequestContext request) {
    users.leave(Call.of(request).requireMember());
    return Envelope.of("Successfully delete my account", "");
  }

  /** Another member by public id: name, country and major (D-S8); the caller by the own id. */
  @GET
  @Path("/{id}")
  public Envelope<Profile> profile(
      @Context ContainerRequestContext request, @PathParam("id") String id) {
    String member = Call.of(request).requireMember();
    Profile view = id.equals(member) ? UserView.of(users.me(member)) : users.profile(id);
    return Envelope.of("Successfully get user info", view);
  }

  /**
   * Tokens of any account, for administrators alone (D-S9); 403 C006 for others, and in legacy mode
   * for everybody (F-4).
   */
  @GET
  @Path("/test")
  public Envelope<TokenView> tokens(
      @Context ContainerRequestContext request, @NotBlank @QueryParam("id") String id) {
    String admin = Call.of(request).requireAdmin();
    if (!mode.strict()) {
      throw new ApiException(ErrorCode.ACCESS_DENIED);
    }
    return Envelope.of("Successfully Sign in", users.tokens(admin, id));
  }
}
