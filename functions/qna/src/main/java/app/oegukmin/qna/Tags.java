package app.oegukmin.qna;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import java.util.Set;

/** The tags of questions (contract §8.3), Korean in every language. */
final class Tags {

  private static final Set<String> ALL = Set.of("대학생활", "학업관련", "생활정보", "문화정보", "기숙사");

  private Tags() {}

  /**
   * The tag of a question that is stored.
   *
   * @throws ApiException C001 when it is none of the five
   */
  static String require(String tag) {
    if (tag == null || !ALL.contains(tag)) {
      throw new ApiException(ErrorCode.INVALID_INPUT, "tag must be one of " + ALL);
    }
    return tag;
  }

  /** Whether some question may have a tag. */
  static boolean known(String tag) {
    return ALL.contains(tag);
  }
}
