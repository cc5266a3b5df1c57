package app.oegukmin.fanout;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.core.exception.SdkException;

/** What went wrong at some connections, told when all others have been tried. */
final class Failures {

  private Optional<SdkException> first = Optional.empty();

  /**
   * Whether a connection has taken what was written; one that fails may have, so nothing is pushed
   * in its place until it comes again.
   */
  boolean count(BooleanSupplier post) {
    try {
      return post.getAsBoolean();
    } catch (SdkException e) {
      first = first.or(() -> Optional.of(e));
      return true;
    }
  }

  void rethrow() {
    first.ifPresent(
        e -> {
          throw e;
        });
  }
}
