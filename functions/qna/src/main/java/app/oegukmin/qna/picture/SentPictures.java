package app.oegukmin.qna.picture;

import java.util.List;

/**
 * The pictures of one request.
 *
 * @param attached bytes in the request
 * @param uploads keys of what the member has uploaded before
 */
record SentPictures(List<byte[]> attached, List<String> uploads) {

  static SentPictures of(List<byte[]> attached, List<String> uploads) {
    return new SentPictures(attached, uploads == null ? List.of() : uploads);
  }

  int count() {
    return attached.size() + uploads.size();
  }
}
