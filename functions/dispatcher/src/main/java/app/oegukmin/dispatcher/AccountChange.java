package app.oegukmin.dispatcher;

import app.oegukmin.shared.event.Change;
import app.oegukmin.shared.member.MemberTable;
import app.oegukmin.shared.member.MemberTable.Image;
import app.oegukmin.shared.work.RemoveMember;
import java.util.Optional;

/** Changes of the user table. */
final class AccountChange {

  private AccountChange() {}

  /** The removal that a change asks for; empty unless it marks an account as deleted. */
  static Optional<RemoveMember> removal(Change change) {
    return change
        .after(MemberTable.IMAGES)
        .filter(item -> item.deletedDate().isPresent())
        .map(AccountChange::removal);
  }

  private static RemoveMember removal(Image account) {
    return new RemoveMember(
        account.id(), account.publicId().orElseThrow(), account.deletedDate().orElseThrow());
  }
}
