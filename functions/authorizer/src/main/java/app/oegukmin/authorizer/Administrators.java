package app.oegukmin.authorizer;

import app.oegukmin.shared.member.Member;
import app.oegukmin.shared.member.MemberTable;
import app.oegukmin.shared.token.AccessToken;

/** Decides whose token opens the administrators' routes at this very call. */
final class Administrators {

  private final MemberTable members;

  Administrators(MemberTable members) {
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
        && members.find(token.member()).filter(it -> it.role().equals(Member.ADMIN)).isPresent();
  }
}
