package app.oegukmin.user;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Who may have an account and who is signed in. */
final class UserService {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  private final UserTable users;
  private final TokenIssuer tokens;
  private final Clock clock;

  UserService(UserTable users, TokenIssuer tokens, Clock clock) {
    this.users = users;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * Makes an account. The same id with the same e-mail again is a success, because the app cannot
   * repair a sign-up whose answer it lost (D-A13); any other account is never overwritten (D-A7).
   *
   * @throws ApiException U001 when the id or the e-mail belongs to another account
   */
  void signUp(SignUpRequest request) {
    if (!users.add(account(request)) && find(request.uuid(), request.email()) == null) {
      throw new ApiException(ErrorCode.EMAIL_TAKEN);
    }
  }

  /**
   * Tokens for the account with this id and this e-mail: the id alone was public in the original
   * (D-S1). Which of the two is wrong cannot be told from the answer.
   *
   * @throws ApiException C003 when there is no such account
   */
  TokenView signIn(SignInRequest request) {
    User user = find(request.uuid(), request.email());
    if (user == null) {
      throw new ApiException(ErrorCode.NOT_FOUND);
    }
    return tokens.issue(user);
  }

  /**
   * The member's own account.
   *
   * @throws ApiException C003 when it is gone
   */
  User me(String member) {
    return users.find(member).orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
  }

  private User find(String id, String email) {
    return users.find(id).filter(user -> user.email().equalsIgnoreCase(email)).orElse(null);
  }

  private User account(SignUpRequest request) {
    String now = LocalDateTime.ofInstant(clock.instant(), SEOUL).toString();
    return new User(
        request.uuid(),
        request.email(),
        request.bigmajor(),
        request.major(),
        request.country(),
        request.name(),
        request.phoneNumber(),
        "ROLE_USER",
        now,
        now);
  }
}
