package app.oegukmin.removal;

import app.oegukmin.shared.work.RemoveMember;

/**
 * Removes one kind of thing that a departed member has left. A feature that stores something of
 * members adds a step to {@link RemovalHandler}.
 */
@FunctionalInterface
interface RemovalStep {

  /**
   * Removes it. Doing that twice does no harm, also after a try that failed half-way; whatever is
   * thrown makes all steps be taken again later.
   */
  void remove(RemoveMember removal);
}
