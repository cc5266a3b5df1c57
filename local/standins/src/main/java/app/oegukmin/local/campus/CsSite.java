package app.oegukmin.local.campus;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Plays the boards of cs.kookmin.ac.kr: a feed, a list and articles below each board's folder. */
final class CsSite implements CampusSite {

  private static final List<String> BOARDS = List.of("notice", "jobs", "scholarship", "event");
  private static final Pattern PATH = Pattern.compile("/news/(\\w+)/(rss|\\d{1,9})?");
  private static final int PAGE_SIZE = 15;
  private static final int FEED_SIZE = 10;

  private final Map<String, List<Post>> boards;

  private CsSite(Map<String, List<Post>> boards) {
    this.boards = boards;
  }

  /** The posts as they stand on a day. */
  static CsSite load(LocalDate today) {
    Map<String, List<Post>> boards = new TreeMap<>();
    for (int i = 0; i < BOARDS.size(); i++) {
      String file = "/campus/cs/" + BOARDS.get(i) + ".yaml";
      boards.put(BOARDS.get(i), PostFile.read(file, i, 2_800 + i * 100L, today));
    }
    return new CsSite(boards);
  }

  /** All posts. */
  Stream<Post> posts() {
    return boards.values().stream().flatMap(List::stream);
  }

  @Override
  public CampusReply answer(CampusRequest request) {
    Matcher path = PATH.matcher(request.path());
    if (!path.matches() || !boards.containsKey(path.group(1))) {
      return CampusReply.empty(404);
    }
    List<Post> posts = boards.get(path.group(1));
    if (path.group(2) == null) {
      return CampusReply.html(list(posts, request));
    }
    return path.group(2).equals("rss")
        ? CampusReply.xml(CsHtml.feed(posts.stream().limit(FEED_SIZE).toList()))
        : article(posts, Long.parseLong(path.group(2)));
  }

  private static String list(List<Post> posts, CampusRequest request) {
    int page =
        request
            .parameter("pn")
            .filter(text -> text.matches("\\d{1,6}"))
            .map(Integer::valueOf)
            .orElse(0);
    List<Post> listed = posts.stream().filter(Post::listed).toList();
    return CsHtml.list(
        page == 0 ? posts.stream().filter(Post::pinned).toList() : List.of(),
        listed.stream().skip((long) page * PAGE_SIZE).limit(PAGE_SIZE).toList());
  }

  private static CampusReply article(List<Post> posts, long number) {
    return posts.stream()
        .filter(post -> post.number() == number && !post.gone())
        .findAny()
        .map(post -> CampusReply.html(CsHtml.article(post)))
        .orElseGet(() -> CampusReply.empty(404));
  }
}
