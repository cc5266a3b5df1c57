package app.oegukmin.shared.post;

/**
 * A picture of a post, by the keys of its objects in the bucket.
 *
 * @param screen the size that a post shows
 * @param thumbnail the size of a preview
 */
public record Picture(String screen, String thumbnail) {}
