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
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the posts of one board from a file below {@code campus/}. */
final class PostFile {

  /** The order of a list. */
  static final Comparator<Post> NEWEST_FIRST =
      Comparator.comparing(Post::written).thenComparing(Post::number).reversed();

  private PostFile() {}

  /**
   * The posts as they stand on a day, newest first.
   *
   * @param resource the file
   * @param board number of the board
   * @param base what the posts' numbers are counted from
   */
  static List<Post> read(String resource, int board, long base, LocalDate today) {
    Map<String, ?> file = yaml(resource);
    String heading = String.valueOf(file.get("heading"));
    List<?> entries = (List<?>) file.get("posts");
    List<Post> posts = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      // Counted from the oldest, so that a post added on top leaves the others their numbers.
      long number = base + entries.size() - i;
      posts.add(post(board, heading, number, fields(entries.get(i)), today));
    }
    return posts.stream().sorted(NEWEST_FIRST).toList();
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

  private static Map<String, ?> yaml(String resource) {
    try (InputStream file = PostFile.class.getResourceAsStream(resource)) {
      return fields(new Yaml(new SafeConstructor(new LoaderOptions())).load(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, ?> fields(Object mapping) {
    return (Map<String, ?>) mapping;
  }
}
