package app.oegukmin.qna;

import app.oegukmin.shared.post.PictureUrls;
import java.util.List;
import java.util.Optional;

/**
 * A question in full as the app reads it (contract §6.4).
 *
 * @param imgUrl the pictures in the size that the app shows
 * @param thumbnailUrl the same as previews, for clients that know them
 */
public record QuestionView(Body questionResponse, List<String> imgUrl, List<String> thumbnailUrl) {

  /**
   * The question without its pictures; every text is non-null.
   *
   * @param viewCount how many have looked at it, for clients that know it
   */
  public record Body(
      long id,
      String title,
      String author,
      String context,
      String createdDate,
      String updatedDate,
      String tag,
      String country,
      String uuid,
      long viewCount) {}

  static QuestionView of(QuestionPost post, Optional<String> viewer, PictureUrls urls, long views) {
    Question question = post.question();
    return new QuestionView(
        new Body(
            question.id(),
            question.title(),
            question.author().author(),
            post.text(),
            question.createdDate(),
            question.updatedDate(),
            question.tag(),
            question.author().country(),
            question.author().uuidFor(viewer),
            views),
        urls.screens(question.pictures()),
        urls.thumbnails(question.pictures()));
  }
}
