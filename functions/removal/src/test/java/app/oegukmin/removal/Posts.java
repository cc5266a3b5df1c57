package app.oegukmin.removal;

import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.util.HashMap;
import java.util.Map;

/** Questions, answers and votes, as the question board stores them. */
record Posts(Stack stack) {

  Posts question(long id, String uid) {
    put("QuestionTable", Map.of("board", "question", "id", id, "answerCount", 0), author(uid));
    Items.put(stack, "PostTextTable", Map.of("key", "question#" + id, "text", "?"));
    return this;
  }

  Posts answer(long question, long id, String uid, int likes) {
    put(
        "AnswerTable",
        Map.of("key", "question#" + question, "id", id, "likes", likes),
        author(uid));
    Items.put(stack, "AnswerTable", Map.of("key", "answer#" + id, "id", 0, "question", question));
    Items.put(stack, "PostTextTable", Map.of("key", "answer#" + id, "text", "!"));
    return this;
  }

  Posts vote(String uid, long answer) {
    Items.put(stack, "VoteTable", Map.of("member", MemberKey.of(uid), "answer", answer));
    return this;
  }

  private void put(String table, Map<String, ?> attributes, Map<String, ?> author) {
    Map<String, Object> item = new HashMap<>(attributes);
    item.putAll(author);
    Items.put(stack, table, item);
  }

  private static Map<String, String> author(String uid) {
    return Map.of(
        "author", "name of " + uid,
        "country", "country of " + uid,
        "uuid", "public-of-" + uid,
        "owner", MemberKey.of(uid));
  }
}
