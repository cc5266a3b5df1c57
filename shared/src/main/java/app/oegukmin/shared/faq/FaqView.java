package app.oegukmin.shared.faq;

import app.oegukmin.shared.post.PictureUrls;
import java.util.List;

/**
 * An FAQ entry in full (contract §6.6).
 *
 * @param imgUrl the pictures in the size that the app shows
 * @param thumbnailUrl the same as previews, for clients that know them
 */
public record FaqView(Body faqResponse, List<String> imgUrl, List<String> thumbnailUrl) {

  /** The entry without its pictures. */
  public record Body(
      long id,
      String title,
      String author,
      String question,
      String answer,
      String createdDate,
      String updatedDate,
      String tag,
      String language) {}

  /** The view of an entry; the same for everybody. */
  public static FaqView of(FaqPost post, PictureUrls urls) {
    Faq faq = post.faq();
    return new FaqView(
        new Body(
            faq.id(),
            faq.title(),
            faq.author(),
            post.question(),
            post.answer(),
            faq.createdDate(),
            faq.updatedDate(),
            faq.tag(),
            faq.language()),
        urls.screens(faq.pictures()),
        urls.thumbnails(faq.pictures()));
  }
}
