package app.oegukmin.shared.post;

import java.util.List;

/** Where clients load pictures from: a public address that needs no header (contract §6.4). */
public final class PictureUrls {

  /** What the keys of public objects begin with, and their addresses do not. */
  public static final String PUBLIC = "public/";

  private final String base;

  /** The addresses below one, which ends without a slash. */
  public PictureUrls(String base) {
    this.base = base;
  }

  /** The addresses of the sizes that a post shows. */
  public List<String> screens(List<Picture> pictures) {
    return pictures.stream().map(Picture::screen).map(this::of).toList();
  }

  /** The addresses of the previews, in the same order. */
  public List<String> thumbnails(List<Picture> pictures) {
    return pictures.stream().map(Picture::thumbnail).map(this::of).toList();
  }

  private String of(String key) {
    return base + "/" + key.substring(PUBLIC.length());
  }
}
