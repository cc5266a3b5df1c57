package app.oegukmin.chatbot;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.text.Folding;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** The body of a request (contract §6.10). */
record QuestionRequest(String query, @JsonProperty("target_lang") String language) {

  private static final int LONGEST = 1_000;
  private static final Pattern HALF = Pattern.compile("\\p{Cs}");

  /**
   * The question.
   *
   * @throws ApiException C001 for a text of no or too many characters, and for another language
   */
  Question question() {
    String text =
        query == null ? "" : Normalizer.normalize(whole(query), Normalizer.Form.NFC).strip();
    // What has nothing to be seen folds to nothing.
    if (Folding.fold(text).isBlank() || text.codePointCount(0, text.length()) > LONGEST) {
      throw refused("Send a question of 1 to " + LONGEST + " characters in query");
    }
    return new Question(text, target());
  }

  // Half a character is none, and cannot be sent to Bedrock.
  private static String whole(String text) {
    return HALF.matcher(text).replaceAll("");
  }

  private Language target() {
    return switch (language) {
      case "ko" -> Language.KO;
      case "en" -> Language.EN_US;
      case "zh-CN" -> Language.ZH;
      case null, default -> throw refused("Send ko, en or zh-CN in target_lang");
    };
  }

  private static ApiException refused(String message) {
    return new ApiException(ErrorCode.INVALID_INPUT, message);
  }
}
