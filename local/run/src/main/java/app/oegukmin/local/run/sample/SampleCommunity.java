package app.oegukmin.local.run.sample;

import app.oegukmin.local.function.Functions;
import app.oegukmin.shared.member.Member;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Writes what the sample campus comes with. Written twice within thirty seconds, it is there once
 * (D-F5).
 */
public final class SampleCommunity {

  private static final String QNA = "QnaFunction";
  private static final String CHAT = "ChatFunction";
  private static final String POSTS = "QuestionPostFunction";
  private static final String ADMIN = "sample-seoul";

  private final SampleMembers members;
  private final ApiCall api;
  private final Community community = Community.read();

  /**
   * A community that nobody has written yet.
   *
   * @param userTable the physical name of the table of accounts
   */
  public SampleCommunity(
      DynamoDbClient client, String userTable, Functions functions, Clock clock) {
    this.members = new SampleMembers(client, userTable, clock);
    this.api = new ApiCall(functions);
  }

  /** Writes everything; how many posts there are. */
  public int write() {
    community.members().forEach(members::put);
    community.questions().forEach(this::ask);
    community.helps().forEach(this::help);
    community.faqs().forEach(this::faq);
    community.chats().forEach(this::chat);
    return community.questions().size() + community.helps().size() + community.faqs().size();
  }

  private void ask(Community.Question question) {
    JsonNode asked =
        post(
            "/api/question/create",
            question.by(),
            Member.USER,
            Map.of(
                "title", question.title(), "context", question.context(), "tag", question.tag()));
    long id = asked.path("questionResponse").path("id").asLong();
    question.answers().forEach(answer -> answer(id, answer));
  }

  private void answer(long question, Community.Answer answer) {
    Map<String, Object> body = Map.of("questionId", question, "context", answer.context());
    long id = json(QNA, "POST", "/api/answer/create", answer.by(), body).path("id").asLong();
    community.members().stream()
        .map(Community.Person::id)
        .filter(fan -> !fan.equals(answer.by()))
        .limit(answer.likes())
        .forEach(fan -> json(QNA, "PUT", "/api/answer/like", fan, Map.of("answerId", id)));
  }

  private void help(Community.Help help) {
    json(
        "HelpFunction",
        "POST",
        "/api/help/create",
        help.by(),
        Map.of(
            "title", help.title(), "context", help.context(), "isHelper", help.isHelper() ? 1 : 0));
  }

  private void faq(Community.Faq faq) {
    post(
        "/api/faq/create",
        ADMIN,
        Member.ADMIN,
        Map.of(
            "title", faq.title(),
            "question", faq.question(),
            "answer", faq.answer(),
            "language", faq.language(),
            "tag", faq.tag()));
  }

  private void chat(Community.Chat chat) {
    String first = chat.between().getFirst();
    String partner = SampleMembers.publicId(chat.between().getLast());
    JsonNode made = json(CHAT, "POST", "/api/chat/connect/" + partner, first, Map.of());
    String room = made.path("chat_room_id").asText();
    for (Community.Line line : chat.lines()) {
      // Written again within a day, it is there once.
      String id = "sample " + chat.lines().indexOf(line);
      Map<String, String> body = Map.of("content", line.content(), "clientId", id);
      json(CHAT, "POST", "/api/chat/" + room, line.by(), body);
    }
  }

  private JsonNode post(String path, String by, String role, Map<String, String> request) {
    String json = new ObjectMapper().valueToTree(request).toString();
    return api.multipart(POSTS, path, by, role, new Multipart().json("request", json));
  }

  private JsonNode json(String function, String method, String path, String by, Object body) {
    return api.json(function, method, path, by, Member.USER, body);
  }
}
