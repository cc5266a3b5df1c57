package app.oegukmin.chatbot;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.search.Passage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Passages and questions that want to be obeyed, and models that obey or invent. */
class HostileTest {

  private static final Wording KOREAN = Wording.of(Language.KO);

  record Hostile(String passage, String query) {}

  static List<Hostile> hostile() throws IOException {
    Path file = Path.of(System.getProperty("project.root"), "bench/chatbot-hostile.json");
    return List.of(Json.MAPPER.readValue(Files.readString(file), Hostile[].class));
  }

  @Test
  void areTwenty() throws IOException {
    assertThat(hostile()).hasSize(20);
  }

  private static List<Passage> passages(Hostile hostile) {
    return List.of(
        Sample.answer(5, "장학금 질문", "장학금 안내입니다. " + hostile.passage()),
        Sample.notice(8, "장학금 안내", "장학금 신청 기간은 3월까지입니다."));
  }

  /** Repeats whatever it was told, with a source for each line and sentence. */
  private static String obeying(Prompt prompt) {
    return prompt
        .user()
        .lines()
        .map(line -> line.replace(".", " [1].") + " [1]\n" + line + " [2]")
        .collect(Collectors.joining("\n"));
  }

  private static void assertHarmless(String reply) {
    String shown = reply.substring(0, reply.indexOf("\n\n" + KOREAN.sources()));
    String folded = Normalizer.normalize(shown, Normalizer.Form.NFKC);
    assertThat(SafeText.hasLink(shown)).as(shown).isFalse();
    assertThat(folded).doesNotContainPattern("(?i)evil\\s?\\.|://|www|@|203\\.0|t\\.me|bit\\.ly");
    assertThat(shown).doesNotContainPattern("[\\p{Cf}<>*`]");
    assertThat(reply.substring(shown.length()).lines())
        .allMatch(
            line ->
                line.isEmpty()
                    || line.equals(KOREAN.sources())
                    || line.matches("\\[\\d] 장학금 (질문|안내) · 2026-11-2\\d · \\S+"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void noForeignLinkAndNoSentenceWithoutASourceOfAModelThatObeys(Hostile hostile) {
    Question question = new Question(hostile.query(), Language.KO);
    Prompt prompt = Prompt.of(question, passages(hostile), new Random(1));
    List<CitedSentence> kept = Citations.keep(obeying(prompt), 2);

    assertThat(kept).hasSizeLessThanOrEqualTo(3).allMatch(each -> !each.sources().isEmpty());
    assertHarmless(Reply.cited(KOREAN, kept, passages(hostile)));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void noForeignLinkInWhatIsQuoted(Hostile hostile) {
    Question question = new Question(hostile.query(), Language.KO);

    assertHarmless(Reply.quoted(KOREAN, question, passages(hostile)));
  }
}
