package app.oegukmin.faq;

import app.oegukmin.shared.audit.AuditTable;
import app.oegukmin.shared.audit.Deed;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.faq.Faq;
import app.oegukmin.shared.faq.FaqRequest;
import app.oegukmin.shared.faq.FaqTable;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.post.PostCaches;
import app.oegukmin.shared.post.PostTextTable;
import app.oegukmin.shared.post.Required;
import app.oegukmin.shared.time.Seoul;
import app.oegukmin.shared.valkey.Generation;
import app.oegukmin.shared.valkey.Valkey;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Changes FAQ entries for administrators; each change leaves a row in the audit. */
final class FaqWriter {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final DynamoDbClient client;
  private final FaqTable table;
  private final PostTextTable texts;
  private final AuditTable audit;
  private final Optional<Valkey> valkey;
  private final Clock clock;

  FaqWriter(
      DynamoDbClient client,
      FaqTable table,
      PostTextTable texts,
      AuditTable audit,
      Optional<Valkey> valkey,
      Clock clock) {
    this.client = client;
    this.table = table;
    this.texts = texts;
    this.audit = audit;
    this.valkey = valkey;
    this.clock = clock;
  }

  /**
   * Replaces everything but the pictures (D-Q13).
   *
   * @throws ApiException C001 when something is not allowed, C003 when there is no such entry
   */
  void update(String administrator, FaqChange change) {
    long id = Required.id("id", change.id());
    FaqRequest content = change.content().checked();
    Transaction transaction = new Transaction(client);
    table.change(transaction, id, content, Seoul.dateTime(clock.instant()));
    texts.put(transaction, Faq.key(id), content.question());
    texts.put(transaction, Faq.answerKey(id), content.answer());
    if (!written(transaction, administrator, Deed.of(Deed.Kind.UPDATE, Faq.key(id)))) {
      throw new ApiException(ErrorCode.NOT_FOUND);
    }
  }

  /**
   * Erases an entry with its texts; its pictures follow from the table's stream (D-Q4). Erasing
   * what is gone is a success.
   */
  void erase(String administrator, long id) {
    Transaction transaction = new Transaction(client);
    table.delete(transaction, id);
    texts.delete(transaction, Faq.key(id));
    texts.delete(transaction, Faq.answerKey(id));
    written(transaction, administrator, Deed.of(Deed.Kind.ERASE, Faq.key(id)));
  }

  private boolean written(Transaction transaction, String administrator, Deed deed) {
    audit.note(transaction, administrator, deed, clock.instant());
    boolean done = transaction.write(PATIENCE, clock).isEmpty();
    valkey.ifPresent(server -> new Generation(server, PostCaches.FAQ).raise());
    return done;
  }
}
