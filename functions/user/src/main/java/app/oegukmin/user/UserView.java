package app.oegukmin.user;

/** An account as its owner reads it; all but the phone number is non-null (contract §1.13). */
record UserView(
    String createdDate,
    String modifiedDate,
    String id,
    String email,
    String bigmajor,
    String major,
    String country,
    String name,
    String phoneNumber,
    String role)
    implements Profile {

  static UserView of(User user) {
    return new UserView(
        user.createdDate(),
        user.modifiedDate(),
        user.id(),
        user.email(),
        user.bigmajor(),
        user.major(),
        user.country(),
        user.name(),
        user.phoneNumber().orElse(null),
        user.role());
  }
}
