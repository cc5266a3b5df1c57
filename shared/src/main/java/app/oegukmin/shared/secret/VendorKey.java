package app.oegukmin.shared.secret;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The key of a vendor, which an operator may exchange while functions run. Safe for use by many
 * threads.
 */
public final class VendorKey {

  private final Secret<Optional<String>> secret;
  private final Supplier<? extends RuntimeException> missing;
  private final Function<SdkException, ? extends RuntimeException> unreadable;

  /**
   * A key that is asked for at each use.
   *
   * @param missing what to throw when the operator has put none
   * @param unreadable what to throw when it cannot be read
   */
  public VendorKey(
      Secret<Optional<String>> secret,
      Supplier<? extends RuntimeException> missing,
      Function<SdkException, ? extends RuntimeException> unreadable) {
    this.secret = secret;
    this.missing = missing;
    this.unreadable = unreadable;
  }

  /** The key now, or what this was made to throw. */
  public String get() {
    return read(secret::get).orElseThrow(missing);
  }

  /** Another key than one that the vendor refused; empty when there is no other. */
  public Optional<String> instead(String refused) {
    return read(() -> secret.instead(Optional.of(refused)).flatMap(Function.identity()));
  }

  private Optional<String> read(Supplier<Optional<String>> source) {
    try {
      return source.get();
    } catch (SdkException e) {
      throw unreadable.apply(e);
    }
  }
}
