package app.oegukmin.translator;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.NoticeBody;
import app.oegukmin.shared.notice.NoticeBodyTable;
import app.oegukmin.shared.notice.NoticeId;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.shared.notice.NoticeTranslation;
import app.oegukmin.shared.work.TranslateNotice;
import java.util.List;
import java.util.Optional;

/** Translates a notice, or finds that there is nothing to do. */
final class TranslationService {

  /** What became of a request. */
  enum Outcome {
    /** The translation is stored. */
    TRANSLATED,
    /** It was stored before: the message came twice. */
    KNOWN,
    /** The original has changed or is gone: a newer message does the job, or none is needed. */
    OUTDATED
  }

  private final NoticeBodyTable bodies;
  private final NoticeTable lists;
  private final Memory memory;

  TranslationService(NoticeBodyTable bodies, NoticeTable lists, Memory memory) {
    this.bodies = bodies;
    this.lists = lists;
    this.memory = memory;
  }

  /**
   * Translates what a request names, unless it is outdated or done.
   *
   * @throws TranslationFailure when it cannot be done now; the Korean original is served meanwhile
   */
  Outcome translate(TranslateNotice request) {
    Optional<NoticeBody> found =
        bodies
            .find(new NoticeId(request.article(), request.language()))
            .filter(body -> body.hash().equals(request.hash()));
    if (found.isEmpty()) {
      return Outcome.OUTDATED;
    }
    if (found.get().translated()) {
      return Outcome.KNOWN;
    }
    boolean stored = bodies.translate(translation(found.get(), request.language()), lists);
    return stored ? Outcome.TRANSLATED : Outcome.OUTDATED;
  }

  private NoticeTranslation translation(NoticeBody body, Language target) {
    List<String> names =
        memory.translate(List.of(body.title(), body.department()), TextFormat.TEXT, target);
    HtmlPieces pieces = HtmlPieces.split(body.document(), Translator.MAX_TEXT_BYTES);
    String document = pieces.join(memory.translate(pieces.texts(), TextFormat.HTML, target));
    return new NoticeTranslation(
        body.article(), target, body.type(), body.hash(), names.get(0), names.get(1), document);
  }
}
