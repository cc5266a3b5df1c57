package app.oegukmin.qna.picture;

import app.oegukmin.shared.audit.Deed;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.faq.Faq;
import app.oegukmin.shared.faq.FaqPost;
import app.oegukmin.shared.faq.FaqRequest;
import app.oegukmin.shared.faq.FaqTable;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.member.Member;
import app.oegukmin.shared.post.Board;
import app.oegukmin.shared.post.PostCaches;
import app.oegukmin.shared.post.PostIds;

/**
 * Stores new FAQ entries, each with its texts, its pictures and a row of the audit, or not at all.
 */
record FaqPostWriter(Board board, FaqTable entries, PostIds ids) {

  /**
   * Stores an entry.
   *
   * @throws ApiException C003 when the account is gone, 503 when another try helps
   */
  FaqPost create(String administrator, FaqRequest content, PostPictures pictures) {
    Member author =
        board
            .members()
            .find(administrator)
            .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
    long id = ids.next();
    if (!pictures.pictures().isEmpty()) {
      Transaction begin = board.transaction();
      pictures.begin(begin, id);
      board.write(begin);
    }
    String now = board.now();
    Faq faq =
        new Faq(
            id,
            content.title(),
            author.name(),
            content.tag(),
            content.language(),
            now,
            now,
            pictures.store(id));
    Transaction transaction = board.transaction(administrator);
    entries.put(transaction, faq);
    board.texts().put(transaction, Faq.key(id), content.question());
    board.texts().put(transaction, Faq.answerKey(id), content.answer());
    Deed deed = Deed.of(Deed.Kind.CREATE, Faq.key(id));
    board.audit().note(transaction, administrator, deed, board.clock().instant());
    pictures.confirm(transaction, id);
    board.requireWritten(board.write(transaction));
    board.changed(PostCaches.FAQ);
    return new FaqPost(faq, content.question(), content.answer());
  }
}
