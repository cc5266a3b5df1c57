package app.oegukmin.help;

import java.util.Optional;

/**
 * A list of help articles that is cached: all, those of a side, or those of an owner.
 *
 * @param owner the {@link app.oegukmin.shared.member.MemberKey} of the owner
 */
record HelpList(Optional<Boolean> helper, Optional<String> owner) {

  /** What tells its pages apart from those of other lists. */
  String key(long before) {
    return "list:%d:%s".formatted(before, name());
  }

  private String name() {
    return owner.orElseGet(() -> helper.map(side -> side ? "helper" : "helpee").orElse("all"));
  }

  /** Whether its ids come from an index, which follows its table a little later. */
  boolean indexed() {
    return owner.isPresent() || helper.isPresent();
  }
}
