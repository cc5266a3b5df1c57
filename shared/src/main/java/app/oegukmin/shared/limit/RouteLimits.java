package app.oegukmin.shared.limit;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which limits a route has: its own, else the one that counts all requests of a caller. */
public final class RouteLimits {

  // Each list includes the limit of all requests, because one script checks them all and its keys
  // must lie in one slot.
  private static final List<Limit> POSTS =
      List.of(Limit.MEMBER_REQUESTS, Limit.POSTS_MINUTE, Limit.POSTS_DAY);
  private static final Map<String, List<Limit>> OWN =
      Map.of(
          "POST /api/user/signin", List.of(Limit.GUEST_REQUESTS, Limit.SIGN_IN_ADDRESS),
          "POST /api/user/signup", List.of(Limit.GUEST_REQUESTS, Limit.SIGN_UP_ADDRESS),
          "GET /api/announcement/search", List.of(Limit.GUEST_REQUESTS, Limit.SEARCH),
          "POST /api/question/create", POSTS,
          "POST /api/answer/create", POSTS,
          "POST /api/help/create", POSTS,
          "POST /api/chat/{chat_id}", List.of(Limit.MEMBER_REQUESTS, Limit.CHAT_MESSAGE),
          "POST /api/report", List.of(Limit.MEMBER_REQUESTS, Limit.REPORTS_DAY),
          "POST /api/speech/test", List.of(Limit.GUEST_REQUESTS, Limit.SPEECH),
          "POST /api/chatbot",
              List.of(Limit.MEMBER_REQUESTS, Limit.CHATBOT_MINUTE, Limit.CHATBOT_DAY));

  private RouteLimits() {}

  /**
   * The limits of one call, all of one kind of subject.
   *
   * @param resource the path as the template spells it
   * @param member whether the caller is known
   */
  public static List<Limit> of(String method, String resource, boolean member) {
    return OWN.getOrDefault(
        method + " " + resource, List.of(member ? Limit.MEMBER_REQUESTS : Limit.GUEST_REQUESTS));
  }

  /** The routes with limits of their own, as {@code POST /api/chatbot}. */
  public static Set<String> own() {
    return OWN.keySet();
  }
}
