package app.oegukmin.moderation;

import app.oegukmin.shared.audit.AuditTable;
import app.oegukmin.shared.audit.Deed;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.post.PostKind;
import app.oegukmin.shared.post.PostText;
import app.oegukmin.shared.post.Required;
import app.oegukmin.shared.valkey.Generation;
import app.oegukmin.shared.valkey.Valkey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Hides posts from everybody, and shows them again. */
final class HidingService {

  // A question may be written to by many at once.
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Supplier<Transaction> transactions;
  private final Posts posts;
  private final AuditTable audit;
  private final Optional<Valkey> valkey;
  private final InstantSource clock;

  HidingService(
      Supplier<Transaction> transactions,
      Posts posts,
      AuditTable audit,
      Optional<Valkey> valkey,
      InstantSource clock) {
    this.transactions = transactions;
    this.posts = posts;
    this.audit = audit;
    this.valkey = valkey;
    this.clock = clock;
  }

  /**
   * Hides a post from the next read on, or shows it again. Each call leaves a row in the audit.
   *
   * @throws ApiException C001 for a body that is not whole, C003 when there is no such post
   */
  void hide(String administrator, HiddenRequest request) {
    PostKind kind = Posts.kind(request.kind());
    long id = Required.id("id", request.id());
    if (request.hidden() == null) {
      throw new ApiException(ErrorCode.INVALID_INPUT, "hidden is missing");
    }
    String reason = PostText.TITLE.of("reason", request.reason());
    Deed.Kind deed = request.hidden() ? Deed.Kind.HIDE : Deed.Kind.SHOW;
    write(administrator, kind, id, new Deed(deed, kind.key(id), Optional.of(reason)));
  }

  private void write(String administrator, PostKind kind, long id, Deed deed) {
    Transaction transaction = transactions.get();
    boolean hide = deed.kind() == Deed.Kind.HIDE;
    List<String> caches =
        posts.hideable(kind).hide(transaction, id, hide).orElseThrow(HidingService::notFound);
    audit.note(transaction, administrator, deed, clock.instant());
    if (transaction.write(PATIENCE, clock).isPresent()) {
      throw notFound();
    }
    valkey.ifPresent(server -> Generation.raise(server, caches.toArray(String[]::new)));
  }

  private static ApiException notFound() {
    return new ApiException(ErrorCode.NOT_FOUND);
  }
}
