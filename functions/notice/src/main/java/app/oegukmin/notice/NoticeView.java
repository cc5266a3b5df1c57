package app.oegukmin.notice;

import app.oegukmin.shared.notice.Attachment;
import app.oegukmin.shared.notice.NoticeBody;
import app.oegukmin.shared.notice.NoticeId;
import java.util.List;
import java.util.stream.IntStream;

/** A notice in full as the app reads it; every text is non-null (contract §6.2). */
record NoticeView(
    String createdDate,
    String modifiedDate,
    long id,
    String type,
    String title,
    String writtenDate,
    String department,
    String author,
    String authorPhone,
    String document,
    String language,
    String url,
    List<File> files) {

  /** An attachment; its id is its place in the list. */
  record File(int id, String link, String title) {}

  static NoticeView of(NoticeId id, NoticeBody body) {
    return new NoticeView(
        body.createdDate(),
        body.modifiedDate(),
        id.value(),
        body.type(),
        body.title(),
        body.writtenDate(),
        body.department(),
        body.author(),
        body.authorPhone(),
        body.document(),
        id.language().tag(),
        body.url(),
        files(body.files()));
  }

  private static List<File> files(List<Attachment> files) {
    return IntStream.range(0, files.size())
        .mapToObj(i -> new File(i + 1, files.get(i).link(), files.get(i).title()))
        .toList();
  }
}
