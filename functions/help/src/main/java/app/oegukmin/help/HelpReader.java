package app.oegukmin.help;

import app.oegukmin.help.HelpItems.Row;
import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.post.Board;
import app.oegukmin.shared.post.PostSlice;
import java.util.List;
import java.util.Optional;

/** Reads help articles. Those that are hidden are not there. */
final class HelpReader {

  private final Board board;
  private final HelpTable table;

  HelpReader(Board board, HelpTable table) {
    this.board = board;
    this.table = table;
  }

  /** An article with its text, by one round trip. */
  Optional<HelpPost> find(long id) {
    BatchRead batch = board.batch();
    table.ask(batch, List.of(id));
    board.texts().ask(batch, List.of(Help.key(id)));
    BatchRead.Found found = batch.read();
    // Both are written together, but a batch may see the one before and the other after.
    Optional<String> text = Optional.ofNullable(board.texts().in(found).get(Help.key(id)));
    return shown(table.in(found)).stream()
        .findFirst()
        .flatMap(help -> text.map(it -> new HelpPost(help, it)));
  }

  /**
   * The newest articles of a list below a cursor, by two round trips. Whichever way their ids were
   * found, the articles are read as they are now.
   *
   * @param size how many at most
   */
  PostSlice<Help> slice(HelpList list, long before, int size) {
    PostSlice<Long> ids = PostSlice.read(before, size, (from, limit) -> ids(list, from, limit));
    return ids.with(read(ids.rows()));
  }

  private List<Long> ids(HelpList list, long before, int limit) {
    if (list.owner().isPresent()) {
      return table.ofOwner(list.owner().get(), before, limit);
    }
    return list.helper()
        .map(helper -> table.ofSide(helper, before, limit))
        .orElseGet(() -> table.below(before, limit));
  }

  private List<Help> read(List<Long> ids) {
    BatchRead batch = board.batch();
    table.ask(batch, ids);
    return shown(table.in(batch.read()));
  }

  private static List<Help> shown(List<Row> rows) {
    return rows.stream().filter(row -> row.hidden().isEmpty()).map(Row::help).toList();
  }
}
