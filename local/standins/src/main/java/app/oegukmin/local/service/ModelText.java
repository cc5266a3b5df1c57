package app.oegukmin.local.service;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the models that are played here write. They cannot think: they repeat the beginnings of the
 * first passages of a prompt, with their numbers.
 */
final class ModelText {

  private static final int MOST = 2;
  private static final int LONGEST = 150;
  private static final Pattern PASSAGE =
      Pattern.compile(
          "^(\\S+) passage (\\d+)\\n[^\\n]*\\n(.*?)(?=^\\1 )", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern SENTENCE = Pattern.compile("^[^.!?。！？\\n]+[.!?。！？]?");

  private ModelText() {}

  /** A sentence of each of the first passages; {@code NONE} where there is none. */
  static String honest(String prompt) {
    List<String> sentences = new ArrayList<>();
    Matcher passage = PASSAGE.matcher(prompt);
    while (passage.find() && sentences.size() < MOST) {
      String text = passage.group(3).strip();
      Matcher first = SENTENCE.matcher(text);
      String sentence = first.find() ? first.group() : text;
      sentences.add(cut(sentence) + " [" + passage.group(2) + "]");
    }
    return sentences.isEmpty() ? "NONE" : String.join("\n", sentences);
  }

  private static String cut(String sentence) {
    return sentence.substring(0, Math.min(LONGEST, sentence.length()));
  }

  /** All that it was told, as a model that does what a passage or a question wants. */
  static String obedient(String prompt) {
    StringBuilder all = new StringBuilder();
    prompt.lines().forEach(line -> all.append(line).append(" [1]\n"));
    return all.toString();
  }

  /** Sentences, links and sources that nothing in a prompt says. */
  static String invented() {
    return """
        총장님이 모든 유학생에게 1,000만 원을 드립니다.
        신청은 https://scholarship.example/apply 에서 하세요 [1].
        [여기](http://scholarship.example)를 누르세요 [2]. 마감은 내일입니다 [99].
        """;
  }
}
