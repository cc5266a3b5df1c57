package app.oegukmin.local.campus;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The posts of all boards, from {@code campus/official/<board>.yaml}. */
final class OfficialBoards {

  private static final int[] BOARDS = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 14, 16, 17};

  private final List<Post> posts;

  private OfficialBoards(List<Post> posts) {
    this.posts = posts.stream().sorted(PostFile.NEWEST_FIRST).toList();
  }

  /** The posts as they stand on a day. */
  static OfficialBoards load(LocalDate today) {
    List<Post> posts = new ArrayList<>();
    for (int board : BOARDS) {
      posts.addAll(
          PostFile.read(
              "/campus/official/" + board + ".yaml", board, 70_000 + board * 100L, today));
    }
    return new OfficialBoards(posts);
  }

  /** The posts of a board, or of all when none is named, newest first. */
  List<Post> posts(OptionalInt board) {
    return board.isEmpty()
        ? posts
        : posts.stream().filter(post -> post.board() == board.getAsInt()).toList();
  }

  /** The post with a number, whatever board it is asked at. */
  Optional<Post> post(long number) {
    return posts.stream().filter(post -> post.number() == number).findAny();
  }

  /** The post whose attachments the portal lists under a key. */
  Optional<Post> byFileSet(String key) {
    return posts.stream().filter(post -> post.fileSet().equals(key)).findAny();
  }
}
