package app.oegukmin.local.campus;

import app.oegukmin.local.campus.Post.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The posts of all boards, from {@code campus/official/<board>.yaml}. */
final class OfficialBoards {

  private static final int[] BOARDS = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 14, 16};
  private static final Comparator<Post> NEWEST_FIRST =
      Comparator.comparing(Post::written).thenComparing(Post::number).reversed();

  private final List<Post> posts;

  private OfficialBoards(List<Post> posts) {
    this.posts = posts.stream().sorted(NEWEST_FIRST).toList();
  }

  /** The posts as they stand on a day. */
  static OfficialBoards load(LocalDate today) {
    List<Post> posts = new ArrayList<>();
    for (int board : BOARDS) {
      posts.addAll(posts(board, today));
    }
    return new OfficialBoards(posts);
  }

  private static List<Post> posts(int board, LocalDate today) {
    Map<String, ?> file = read("/campus/official/" + board + ".yaml");
    String heading = String.valueOf(file.get("heading"));
    List<?> entries = (List<?>) file.get("posts");
    List<Post> posts = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      // Counted from the oldest, so that a post added on top leaves the others their numbers.
      long number = 70_000 + board * 100L + entries.size() - i;
      posts.add(post(board, heading, number, fields(entries.get(i)), today));
    }
    return posts;
  }

  private static Post post(
      int board, String heading, long number, Map<String, ?> entry, LocalDate today) {
    LocalDate written = today.minusDays((Integer) entry.get("days"));
    return new Post(
        board,
        heading,
        number,
        PostText.filled(text(entry, "title"), written),
        written,
        place(entry),
        entry.containsKey("gone"),
        text(entry, "department"),
        text(entry, "author"),
        text(entry, "phone"),
        entry.get("files") instanceof List<?> files
            ? files.stream().map(String::valueOf).toList()
            : List.of(),
        PostText.filled(PostBody.html(entry), written));
  }

  private static Place place(Map<String, ?> entry) {
    if (!entry.containsKey("pinned")) {
      return Place.LISTED;
    }
    return entry.containsKey("repeated") ? Place.BOTH : Place.PINNED;
  }

  private static String text(Map<String, ?> entry, String field) {
    return entry.get(field) instanceof String text ? text : "";
  }

  private static Map<String, ?> read(String resource) {
    try (InputStream file = OfficialBoards.class.getResourceAsStream(resource)) {
      return fields(new Yaml(new SafeConstructor(new LoaderOptions())).load(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, ?> fields(Object mapping) {
    return (Map<String, ?>) mapping;
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
