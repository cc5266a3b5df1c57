package app.oegukmin.authorizer;

import app.oegukmin.shared.member.Member;
import app.oegukmin.shared.member.MemberTable;
import app.oegukmin.shared.token.AccessToken;
import java.util.Optional;

/** Decides whose token opens the administrators' routes at this very call. */
final class Administrators {

  private final Optional<MemberTable> members;

  /**
   * Over the accounts.
   *
   * @param members empty where no Firebase project is known, and so nobody is an administrator
   */
  Administrators(Optional<MemberTable> members) {
    this.members = members;
  }

  /**
   * The token, as an ordinary member's unless its owner signed in with an ID token and still has
   * the role (F-4). Only a token that claims it costs a read.
   */
  AccessToken judged(AccessToken token) {
    return token.role().equals(Member.ADMIN) && !holds(token) ? token.withRole(Member.USER) : token;
  }

  private boolean holds(AccessToken token) {
    return token.verified()
        && members
            .flatMap(table -> table.find(token.member()))
            .filter(member -> member.role().equals(Member.ADMIN))
            .isPresent();
  }
}
