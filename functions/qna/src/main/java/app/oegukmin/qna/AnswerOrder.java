package app.oegukmin.qna;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.post.PostSlice;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How a list of answers is sorted. Each order is by one number, which is the cursor, too: pages go
 * on below it (D-Q2).
 */
enum AnswerOrder {
  /** Newest first, by id. */
  DATE(Answer::id),
  /** Most liked first, newer ones before older ones: likes · 2^20 + ordinal. */
  LIKE(answer -> (answer.likes() << 20) + answer.ordinal());

  @SuppressWarnings("ImmutableEnumChecker") // Both are pure.
  private final ToLongFunction<Answer> place;

  AnswerOrder(ToLongFunction<Answer> place) {
    this.place = place;
  }

  /**
   * The order that a request names.
   *
   * @throws ApiException C001 for any other than {@code date} and {@code like} (D-Q3)
   */
  static AnswerOrder of(String sortBy) {
    return switch (sortBy) {
      case "date" -> DATE;
      case "like" -> LIKE;
      case null, default ->
          throw new ApiException(ErrorCode.INVALID_INPUT, "sortBy must be date or like");
    };
  }

  /** The cursor of the page that begins behind an answer. */
  long cursor(Answer answer) {
    return place.applyAsLong(answer);
  }

  /** Some answers below a cursor, in this order. */
  PostSlice<Answer> below(List<Answer> answers, long cursor, int size) {
    List<Answer> rest =
        answers.stream()
            .filter(answer -> cursor(answer) < cursor)
            .sorted(Comparator.comparingLong(this::cursor).reversed())
            .limit(size + 1L)
            .toList();
    return PostSlice.of(rest, size, this::cursor);
  }
}
