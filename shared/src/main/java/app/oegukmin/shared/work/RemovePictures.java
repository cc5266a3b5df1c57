package app.oegukmin.shared.work;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * Remove the pictures of a post that is gone or hidden: their objects, and what CloudFront keeps of
 * them.
 *
 * @param board {@code question} or {@code faq}
 * @param id of the post
 */
@JsonTypeName("pictures")
public record RemovePictures(String board, long id) implements RemovalWork {

  /**
   * Checks that a post is named: an empty board would be a prefix of all pictures.
   *
   * @throws IllegalArgumentException when none is
   */
  public RemovePictures {
    if (!board.matches("[a-z]+") || id <= 0) {
      throw new IllegalArgumentException("A removal of pictures lacks its post");
    }
  }

  /** {@code pictures:<board>#<id>}. */
  @Override
  public String key() {
    return "pictures:" + board + "#" + id;
  }
}
