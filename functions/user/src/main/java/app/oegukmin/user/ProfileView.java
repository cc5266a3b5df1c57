package app.oegukmin.user;

import app.oegukmin.shared.member.Member;

/** What members see of each other (D-S8). */
record ProfileView(String name, String country, String major) implements Profile {

  static ProfileView of(Member member) {
    return new ProfileView(member.name(), member.country(), member.major());
  }
}
