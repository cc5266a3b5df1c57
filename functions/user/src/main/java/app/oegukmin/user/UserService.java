package app.oegukmin.user;

import app.oegukmin.shared.audit.AuditTable;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.member.Member;
import app.oegukmin.shared.member.MemberTable;
import app.oegukmin.shared.time.Seoul;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** Decides who may have an account and who is signed in. */
final class UserService {

  private final UserTable users;
  private final MemberTable members;
  private final SessionService sessions;
  private final AuditTable audit;
  private final PublicIds publicIds;
  private final Clock clock;

  UserService(
      UserTable users,
      MemberTable members,
      SessionService sessions,
      AuditTable audit,
      PublicIds publicIds,
      Clock clock) {
    this.users = users;
    this.members = members;
    this.sessions = sessions;
    this.audit = audit;
    this.publicIds = publicIds;
    this.clock = clock;
  }

  /**
   * Makes an account. The same id with the same e-mail again is a success, because the app cannot
   * repair a sign-up whose response was lost (D-A13); any other account is never overwritten
   * (D-A7).
   *
   * @throws ApiException U001 when the id or the e-mail belongs to another account
   */
  void signUp(SignUpRequest request) {
    if (!users.add(account(request)) && find(request.uuid(), request.email()).isEmpty()) {
      throw new ApiException(ErrorCode.EMAIL_TAKEN);
    }
  }

  /**
   * Tokens for the account with this id and this e-mail: the id alone proves nothing (D-S1).
   * Neither the response nor its time tells which of the two is wrong: each costs one read and one
   * comparison.
   *
   * @param verified whether an ID token has proved who it is
   * @throws ApiException C003 when there is no such account
   */
  TokenView signIn(SignInRequest request, boolean verified) {
    return find(request.uuid(), request.email())
        .map(user -> sessions.begin(user, verified))
        .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
  }

  /**
   * The member's own account.
   *
   * @throws ApiException C003 when it is gone
   */
  User me(String member) {
    return users.find(member).orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
  }

  /**
   * The member's account with a new profile.
   *
   * @throws ApiException C003 when it is gone
   */
  User change(String member, ProfileRequest profile) {
    return users
        .change(member, profile, now())
        .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
  }

  /**
   * Deletes the member's account: it is hidden at once, signed out everywhere, and removed from
   * every table a little later. Doing it twice does no harm.
   */
  void leave(String member) {
    sessions.leave(member);
  }

  /**
   * What a member may know of another.
   *
   * @param publicId a real id finds nobody here
   * @throws ApiException C003 when there is none
   */
  ProfileView profile(String publicId) {
    return members
        .findPublic(publicId)
        .map(ProfileView::of)
        .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
  }

  /**
   * Tokens of an account, for an administrator. A row says who got them and whose they are, and
   * they open no administrators' routes (F-4). What the token says of the caller's role is not
   * enough here: it may have been taken away since.
   *
   * @throws ApiException C006 when the caller is no administrator any more, C003 when no account
   *     has this id
   */
  TokenView tokens(String admin, String id) {
    if (!users.find(admin).map(User::role).equals(Optional.of(Member.ADMIN))) {
      throw new ApiException(ErrorCode.ACCESS_DENIED);
    }
    User user = me(id);
    audit.tokens(admin, id, clock.instant());
    return sessions.begin(user, false);
  }

  private Optional<User> find(String id, String email) {
    return users.find(id).filter(user -> same(user.email(), email));
  }

  private static boolean same(String stored, String given) {
    return MessageDigest.isEqual(bytes(stored), bytes(given));
  }

  private static byte[] bytes(String email) {
    return email.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
  }

  private String now() {
    return Seoul.dateTime(clock.instant());
  }

  private User account(SignUpRequest request) {
    String now = now();
    return new User(
        request.uuid(),
        publicIds.next(),
        request.email(),
        request.bigmajor(),
        request.major(),
        request.country(),
        request.name(),
        Optional.ofNullable(request.phoneNumber()),
        Member.USER,
        now,
        now);
  }
}
