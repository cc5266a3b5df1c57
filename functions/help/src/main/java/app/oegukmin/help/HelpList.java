package app.oegukmin.help;

import java.util.Optional;

/**
 * A list of help articles that is cached: all, those of a side, or those of an owner.
 *
 * @param owner the {@link app.oegukmin.shared.member.MemberKey} of the owner
 */
record HelpList(Optional<Boolean> helper, Optional<String> owner) {

  /** The name of the index list that has its ids, empty for all articles. */
  Optional<String> index() {
    return owner.or(() -> helper.map(side -> side ? "helper" : "helpee"));
  }
}
