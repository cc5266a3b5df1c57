package app.oegukmin.qna.picture;

import app.oegukmin.qna.picture.PendingTable.Pending;
import app.oegukmin.shared.picture.PictureBucket;
import app.oegukmin.shared.picture.PictureKeys;
import app.oegukmin.shared.post.PostIds;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Removes pictures whose post was never stored, an hour after they were (D-Q5). */
final class PictureSweep {

  // No invocation is alive that long after it has taken an id.
  private static final Duration AGE = Duration.ofHours(1);
  private static final int SOME = 100;
  private static final List<String> BOARDS = List.of("question", "faq");

  private final PendingTable pending;
  private final PictureBucket bucket;
  private final Clock clock;

  PictureSweep(PendingTable pending, PictureBucket bucket, Clock clock) {
    this.pending = pending;
    this.bucket = bucket;
    this.clock = clock;
  }

  /** Removes them all; how many posts they were of. */
  int run() {
    return BOARDS.stream().mapToInt(this::sweep).sum();
  }

  private int sweep(String board) {
    long before = PostIds.first(clock.instant().minus(AGE));
    int swept = 0;
    List<Pending> some = pending.below(board, before, SOME);
    while (!some.isEmpty()) {
      some.forEach(this::remove);
      swept += some.size();
      some = pending.below(board, before, SOME);
    }
    return swept;
  }

  // The row last: a sweep that ends half-way finds it again.
  private void remove(Pending post) {
    bucket.deleteAll(PictureKeys.prefix(post.board(), post.id()));
    pending.delete(post);
  }
}
