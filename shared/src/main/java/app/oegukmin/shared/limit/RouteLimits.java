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
      Map.ofEntries(
          entry("POST /api/user/signin", Limit.GUEST_REQUESTS, Limit.SIGN_IN_ADDRESS),
          entry("POST /api/user/signup", Limit.GUEST_REQUESTS, Limit.SIGN_UP_ADDRESS),
          entry("GET /api/announcement/search", Limit.GUEST_REQUESTS, Limit.SEARCH),
          entry("GET /api/search", Limit.GUEST_REQUESTS, Limit.SEARCH),
          Map.entry("POST /api/question/create", POSTS),
          Map.entry("POST /api/answer/create", POSTS),
          Map.entry("POST /api/help/create", POSTS),
          entry("POST /api/chat/{chat_id}", Limit.MEMBER_REQUESTS, Limit.CHAT_MESSAGE),
          entry("POST /api/report", Limit.MEMBER_REQUESTS, Limit.REPORTS_DAY),
          entry("POST /api/speech/test", Limit.GUEST_REQUESTS, Limit.SPEECH),
          entry(
              "POST /api/chatbot", Limit.MEMBER_REQUESTS, Limit.CHATBOT_MINUTE, Limit.CHATBOT_DAY));

  private RouteLimits() {}

  private static Map.Entry<String, List<Limit>> entry(String route, Limit... limits) {
    return Map.entry(route, List.of(limits));
  }

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
