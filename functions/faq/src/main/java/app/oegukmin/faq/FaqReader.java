package app.oegukmin.faq;

import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.faq.Faq;
import app.oegukmin.shared.faq.FaqPost;
import app.oegukmin.shared.faq.FaqTable;
import app.oegukmin.shared.post.PostSlice;
import app.oegukmin.shared.post.PostTextTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Reads FAQ entries. Those that are hidden are not there. */
final class FaqReader {

  private final DynamoDbClient client;
  private final FaqTable table;
  private final PostTextTable texts;

  FaqReader(DynamoDbClient client, FaqTable table, PostTextTable texts) {
    this.client = client;
    this.table = table;
    this.texts = texts;
  }

  /** An entry with its texts, by one round trip. */
  Optional<FaqPost> find(long id) {
    BatchRead batch = new BatchRead(client);
    table.ask(batch, List.of(id));
    texts.ask(batch, List.of(Faq.key(id), Faq.answerKey(id)));
    BatchRead.Found found = batch.read();
    Map<String, String> bodies = texts.in(found);
    return table.in(found).stream().flatMap(faq -> post(faq, bodies).stream()).findFirst();
  }

  // All are written together, but a batch may see the one before and the other after.
  private static Optional<FaqPost> post(Faq faq, Map<String, String> texts) {
    String question = texts.get(Faq.key(faq.id()));
    String answer = texts.get(Faq.answerKey(faq.id()));
    return question == null || answer == null
        ? Optional.empty()
        : Optional.of(new FaqPost(faq, question, answer));
  }

  /** Some entries without their texts, newest first. */
  List<Faq> rows(List<Long> ids) {
    BatchRead batch = new BatchRead(client);
    table.ask(batch, ids);
    return table.in(batch.read());
  }

  /** The newest ids of all entries or of a language below a cursor. */
  private PostSlice<Long> ids(Optional<String> language, long before, int size) {
    return PostSlice.read(
        before,
        size,
        (from, limit) ->
            language
                .map(wanted -> table.below(wanted, from, limit))
                .orElseGet(() -> table.below(from, limit)));
  }

  /** The newest entries of such a list, by two round trips. */
  PostSlice<Faq> slice(Optional<String> language, long before, int size) {
    PostSlice<Long> ids = ids(language, before, size);
    return ids.with(rows(ids.rows()));
  }
}
