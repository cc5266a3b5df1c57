package app.oegukmin.local.run.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What {@code community.json} holds. */
record Community(
    List<Person> members,
    List<Question> questions,
    List<Help> helps,
    List<Faq> faqs,
    List<Chat> chats) {

  /** A member. */
  record Person(String id, String name, String country, String major) {}

  /** A question, and its answers. */
  record Question(String by, String tag, String title, String context, List<Answer> answers) {}

  /**
   * An answer.
   *
   * @param likes how many members like it
   */
  record Answer(String by, String context, int likes) {}

  /** An article of the helper board. */
  record Help(String by, boolean isHelper, String title, String context) {}

  /** A question that is asked again and again, in one language. */
  record Faq(String language, String tag, String title, String question, String answer) {}

  /**
   * A chat of two members.
   *
   * @param between the ids of both
   */
  record Chat(List<String> between, List<Line> lines) {}

  /** A message of a chat. */
  record Line(String by, String content) {}

  static Community read() {
    try (InputStream json = Community.class.getResourceAsStream("community.json")) {
      return new ObjectMapper().readValue(json, Community.class);
    } catch (IOException e) {
      throw new UncheckedIOException("community.json cannot be read", e);
    }
  }
}
