package app.oegukmin.translator;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.NoticeBody;
import app.oegukmin.shared.notice.NoticeBodyTable;
import app.oegukmin.shared.notice.NoticeId;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.shared.notice.NoticeTranslation;
import app.oegukmin.shared.notice.UntranslatedIndex;
import app.oegukmin.shared.notice.UntranslatedNotice;
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

  /** Where notices lie. */
  record Tables(NoticeBodyTable bodies, NoticeTable lists, UntranslatedIndex untranslated) {}

  private final Tables tables;
  private final TextTranslation texts;
  private final HtmlTranslation documents;
  private final KeptNames kept;

  TranslationService(
      Tables tables, TextTranslation texts, HtmlTranslation documents, KeptNames kept) {
    this.tables = tables;
    this.texts = texts;
    this.documents = documents;
    this.kept = kept;
  }

  /**
   * Translates what a request names, unless it is outdated or done.
   *
   * @throws TranslationFailure when it cannot be done now; the Korean original is served meanwhile
   */
  Outcome translate(TranslateNotice request) {
    Optional<NoticeBody> found =
        tables
            .bodies()
            .find(new NoticeId(request.article(), request.language()))
            .filter(body -> body.hash().equals(request.hash()));
    if (found.isEmpty()) {
      return Outcome.OUTDATED;
    }
    if (found.get().translated()) {
      // The lists may have lost it meanwhile: a version can come back that was replaced.
      tables.lists().translate(known(found.get(), request.language()));
      return Outcome.KNOWN;
    }
    boolean stored =
        tables.bodies().translate(translation(found.get(), request.language()), tables.lists());
    return stored ? Outcome.TRANSLATED : Outcome.OUTDATED;
  }

  /** Ends that a notice is asked for again, which does not help. */
  void giveUp(TranslateNotice request) {
    tables
        .untranslated()
        .giveUp(new UntranslatedNotice(request.article(), request.language(), request.hash()));
  }

  private static NoticeTranslation known(NoticeBody body, Language target) {
    return new NoticeTranslation(
        body.article(),
        target,
        body.type(),
        body.hash(),
        body.title(),
        body.department(),
        body.document());
  }

  private NoticeTranslation translation(NoticeBody body, Language target) {
    List<String> names = texts.translate(List.of(body.title(), body.department()), target);
    HtmlPieces pieces = HtmlPieces.split(body.document(), Translator.MAX_TEXT_BYTES, kept);
    String document = pieces.join(documents.translate(pieces.texts(), target));
    return new NoticeTranslation(
        body.article(), target, body.type(), body.hash(), names.get(0), names.get(1), document);
  }
}
