package app.oegukmin.shared.picture;

import app.oegukmin.shared.member.MemberKey;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * The keys of pictures: random ASCII, never a name that somebody has sent (D-Q7).
 *
 * <pre>
 *   public/question/7/pm0Yc2Lr8kQ1xA5vTz9dWg.jpg       served, as large as a screen
 *   public/question/7/pm0Yc2Lr8kQ1xA5vTz9dWg-s.jpg     served, small
 *   raw/&lt;member key&gt;/pm0Yc2Lr8kQ1xA5vTz9dWg       uploaded, for a day
 * </pre>
 *
 * <p>Safe for use by many threads if the random source is.
 */
public final class PictureKeys {

  private static final String RAW = "raw/";
  private static final int RANDOM_BYTES = 16;

  private final RandomGenerator random;

  /** Keys from a random source that nobody can foresee. */
  public PictureKeys(RandomGenerator random) {
    this.random = random;
  }

  /**
   * What the keys of all pictures of one post begin with.
   *
   * @param board {@code question} or {@code faq}
   */
  public static String prefix(String board, long id) {
    return "public/" + board + "/" + id + "/";
  }

  /** What the keys of all uploads of one member begin with. */
  public static String uploads(String uid) {
    return RAW + MemberKey.of(uid) + "/";
  }

  /** Whether a key is one of those that a member was given to upload to. */
  public static boolean isUploadOf(String uid, String key) {
    String own = uploads(uid);
    return key.startsWith(own) && key.substring(own.length()).matches("[A-Za-z0-9_-]{22}");
  }

  /** A new key for a member to upload to. */
  public String upload(String uid) {
    return uploads(uid) + name();
  }

  /** A new name, 22 letters, digits, hyphens and underscores. */
  public String name() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
