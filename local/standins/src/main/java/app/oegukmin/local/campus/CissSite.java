package app.oegukmin.local.campus;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Plays the boards of cms.kookmin.ac.kr for international students: every address of a board is the
 * board's own with another query.
 */
final class CissSite implements CampusSite {

  private static final List<String> BOARDS =
      List.of("academic", "visa", "scholarship", "event", "program", "gks");
  private static final Pattern BOARD = Pattern.compile("/kmuciss/notice/(\\w+)\\.do");

  private final Map<String, List<Post>> boards;

  private CissSite(Map<String, List<Post>> boards) {
    this.boards = boards;
  }

  /** The posts as they stand on a day. */
  static CissSite load(LocalDate today) {
    Map<String, List<Post>> boards = new TreeMap<>();
    for (int i = 0; i < BOARDS.size(); i++) {
      String file = "/campus/ciss/" + BOARDS.get(i) + ".yaml";
      boards.put(BOARDS.get(i), PostFile.read(file, i, 5_900_000 + i * 100L, today));
    }
    return new CissSite(boards);
  }

  /** All posts. */
  Stream<Post> posts() {
    return boards.values().stream().flatMap(List::stream);
  }

  @Override
  public CampusReply answer(CampusRequest request) {
    Matcher board = BOARD.matcher(request.path());
    if (request.path().startsWith("/_res/")) {
      return CampusReply.bytes("image/png", FileStore.picture());
    }
    if (!board.matches() || !boards.containsKey(board.group(1))) {
      return CampusReply.empty(404);
    }
    List<Post> posts = boards.get(board.group(1));
    return switch (request.parameter("mode").orElse("list")) {
      case "view" -> CampusReply.html(article(posts, request));
      case "download" -> CampusReply.bytes("application/octet-stream", FileStore.document());
      default -> CampusReply.html(list(posts, request));
    };
  }

  private static String list(List<Post> posts, CampusRequest request) {
    int limit = number(request, "articleLimit").orElse(10);
    int offset = number(request, "article.offset").orElse(0);
    return CissHtml.list(
        posts.stream().filter(Post::pinned).toList(),
        posts.stream().filter(Post::listed).skip(offset).limit(limit).toList());
  }

  private static String article(List<Post> posts, CampusRequest request) {
    int wanted = number(request, "articleNo").orElse(0);
    return posts.stream()
        .filter(post -> post.number() == wanted && !post.gone())
        .findAny()
        .map(CissHtml::article)
        .orElseGet(CissHtml::none);
  }

  private static Optional<Integer> number(CampusRequest request, String name) {
    return request.parameter(name).filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf);
  }
}
