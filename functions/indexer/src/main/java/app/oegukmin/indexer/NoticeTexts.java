package app.oegukmin.indexer;

import app.oegukmin.shared.notice.NoticeBody;
import app.oegukmin.shared.notice.NoticeBodyTable;
import app.oegukmin.shared.notice.NoticeId;
import app.oegukmin.shared.notice.NoticeTextTable;
import java.util.Optional;
import org.jsoup.Jsoup;

/** Keeps the texts of the search equal to what readers see. */
final class NoticeTexts {

  private final NoticeBodyTable bodies;
  private final NoticeTextTable texts;

  NoticeTexts(NoticeBodyTable bodies, NoticeTextTable texts) {
    this.bodies = bodies;
    this.texts = texts;
  }

  /** Stores a notice's text as it is now, so that a repeated or late change does no harm. */
  void follow(NoticeId id) {
    Optional<NoticeBody> body = bodies.find(id);
    if (body.isEmpty()) {
      texts.remove(id);
      return;
    }
    NoticeBody notice = body.get();
    texts.put(id, notice.type(), notice.title(), Jsoup.parse(notice.document()).text());
  }
}
