package app.oegukmin.help;

import app.oegukmin.shared.audit.Deed;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.post.Author;
import app.oegukmin.shared.post.Board;
import app.oegukmin.shared.post.Editor;
import app.oegukmin.shared.post.PostCaches;
import app.oegukmin.shared.post.PostKind;
import app.oegukmin.shared.post.Required;
import app.oegukmin.shared.post.SubmissionKey;
import java.util.Optional;

/** Writes help articles, each with its text or not at all, by owner or administrator. */
final class HelpWriter {

  private final Board board;
  private final HelpTable table;
  private final HelpReader reader;

  HelpWriter(Board board, HelpTable table, HelpReader reader) {
    this.board = board;
    this.table = table;
    this.reader = reader;
  }

  /**
   * Stores a new article; the same of one member within half a minute is one, with one response
   * (D-F5).
   *
   * @throws ApiException C001 when a text is not allowed, C003 when the account is gone, 503 when
   *     the same article is still being stored
   */
  HelpView create(String uid, HelpRequest request) {
    HelpRequest content = request.checked();
    SubmissionKey key = SubmissionKey.of(uid, PostKind.HELP, content.parts());
    HelpPost post = board.submissions().once(key, id -> store(uid, content, key, id), reader::find);
    return HelpView.of(post, Optional.of(uid));
  }

  private HelpPost store(String uid, HelpRequest content, SubmissionKey key, long id) {
    Author author = board.members().find(uid).map(Author::of).orElseThrow(HelpWriter::notFound);
    String now = board.now();
    Help help = new Help(id, content.title(), content.helper(), false, author, now, now);
    Transaction transaction = board.transaction(uid);
    table.put(transaction, help);
    board.texts().put(transaction, Help.key(id), content.context());
    board.pending().store(transaction, key, id);
    board.requireWritten(board.write(transaction));
    board.changed(PostCaches.HELP);
    return new HelpPost(help, content.context());
  }

  /**
   * Replaces title and text, and the side where one is given (D-Q13).
   *
   * @throws ApiException C001 when a text is not allowed, C003 when there is no such article, C006
   *     for who neither owns it nor is an administrator
   */
  void update(Editor editor, HelpChange change) {
    long id = Required.id("id", change.id());
    HelpChange content = change.checked();
    Help help = table.find(id).orElseThrow(HelpWriter::notFound);
    editor.requireMayChange(help.author());
    Transaction transaction = board.transaction();
    table.change(transaction, id, content.title(), content.side(), board.now());
    board.texts().put(transaction, Help.key(id), content.context());
    board.note(transaction, editor, help.author(), Deed.of(Deed.Kind.UPDATE, Help.key(id)));
    if (board.write(transaction).isPresent()) {
      throw notFound();
    }
    board.changed(PostCaches.HELP);
  }

  /**
   * Marks an article as done for ever.
   *
   * @throws ApiException C003 when there is no such article, C006 for who does not own it
   */
  void end(String uid, long id) {
    Help help = table.find(id).orElseThrow(HelpWriter::notFound);
    if (!help.author().is(uid)) {
      throw new ApiException(ErrorCode.ACCESS_DENIED);
    }
    table.end(id);
    board.changed(PostCaches.HELP);
  }

  /**
   * Erases an article with its text. Erasing what is gone is a success.
   *
   * @throws ApiException C006 for who neither owns it nor is an administrator
   */
  void erase(Editor editor, long id) {
    table.find(id).ifPresent(help -> erase(editor, help));
  }

  private void erase(Editor editor, Help help) {
    editor.requireMayChange(help.author());
    Transaction transaction = board.transaction();
    table.delete(transaction, help.id());
    board.texts().delete(transaction, Help.key(help.id()));
    board.note(transaction, editor, help.author(), Deed.of(Deed.Kind.ERASE, Help.key(help.id())));
    // Refused when another call has erased it meanwhile.
    board.write(transaction);
    board.changed(PostCaches.HELP);
  }

  private static ApiException notFound() {
    return new ApiException(ErrorCode.NOT_FOUND);
  }
}
