package app.oegukmin.removal;

import app.oegukmin.shared.work.RemoveMember;
import java.util.List;

/** Runs every step of a removal, and then removes the account itself. */
final class RemovalService {

  private final List<RemovalStep> steps;
  private final AccountTable accounts;

  RemovalService(List<RemovalStep> steps, AccountTable accounts) {
    this.steps = List.copyOf(steps);
    this.accounts = accounts;
  }

  /**
   * Removes a member. Nothing happens when that is done already, or when the same person has signed
   * up again meanwhile.
   *
   * @throws IllegalStateException when the account's other items are not its own
   */
  void remove(RemoveMember removal) {
    if (!accounts.awaits(removal)) {
      return;
    }
    steps.forEach(step -> step.remove(removal));
    // Last, because a removal that failed half-way starts again only while the account exists.
    accounts.remove(removal);
  }
}
