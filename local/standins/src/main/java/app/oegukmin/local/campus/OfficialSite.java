package app.oegukmin.local.campus;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Plays www.kookmin.ac.kr: twenty posts a page, and an empty page past the end. */
final class OfficialSite implements CampusSite {

  private static final Pattern LIST =
      Pattern.compile("/user/kmuNews/notice/(?:(\\d{1,3})/)?index\\.do");
  private static final Pattern ARTICLE =
      Pattern.compile("/user/kmuNews/notice/\\d{1,3}/(\\d{1,18})/view\\.do");
  private static final int PAGE_SIZE = 20;

  private final OfficialBoards boards;

  OfficialSite(OfficialBoards boards) {
    this.boards = boards;
  }

  @Override
  public CampusReply answer(CampusRequest request) {
    Matcher list = LIST.matcher(request.path());
    Matcher article = ARTICLE.matcher(request.path());
    if (request.path().startsWith("/upload/")) {
      return CampusReply.bytes("image/png", FileStore.picture());
    }
    if (!list.matches() && !article.matches()) {
      return CampusReply.empty(404);
    }
    // What the site did to clients that take anything (2024).
    if (!request.header("accept").contains("text/html")) {
      return CampusReply.json(200, "{\"result\":{\"list\":[]}}");
    }
    return CampusReply.html(list.matches() ? list(list.group(1), request) : article(article));
  }

  private String list(String board, CampusRequest request) {
    List<Post> posts =
        boards.posts(board == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(board)));
    int page = request.parameter("currentPageNo").map(OfficialSite::page).orElse(1);
    Stream<Post> pinned = posts.stream().filter(post -> post.pinned() && page == 1);
    List<Post> listed = posts.stream().filter(Post::listed).toList();
    Stream<Post> turn = listed.stream().skip((page - 1L) * PAGE_SIZE).limit(PAGE_SIZE);
    return ListHtml.page(pinned.toList(), turn.toList(), listed.size(), page, PAGE_SIZE);
  }

  private static int page(String number) {
    return number.matches("[1-9]\\d{0,5}") ? Integer.parseInt(number) : 1;
  }

  // The board in the address is not looked at; an unknown article is a page without a body.
  private String article(Matcher address) {
    return boards
        .post(Long.parseLong(address.group(1)))
        .filter(post -> !post.gone())
        .map(ArticleHtml::page)
        .orElseGet(ArticleHtml::none);
  }
}
