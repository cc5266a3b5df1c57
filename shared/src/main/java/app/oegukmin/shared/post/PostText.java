package app.oegukmin.shared.post;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text that a member sends, in Unicode's form NFC, which Macs do not send. Lengths count code
 * points of that form.
 */
public enum PostText {
  TITLE(255),
  /** A chat message. */
  MESSAGE(5_000),
  QUESTION(50_000),
  /** Answers, help articles, and both texts of an FAQ entry. */
  OTHER(10_000);

  // No code point becomes more than four in pieces, and each of those has two units at most.
  private static final int UNITS = 8;

  // Unicode's Stream-Safe Text Format allows 30 marks on one letter: normalising takes the square
  // of their number.
  private static final Pattern ENDLESS_MARKS = Pattern.compile("\\p{M}{31}");

  private final int longest;

  PostText(int longest) {
    this.longest = longest;
  }

  /**
   * The text in NFC.
   *
   * @param name of the field, for the message
   * @throws ApiException C001 when it is absent, blank or too long, or has characters that no text
   *     has: controls other than line breaks and tabs, halves of a pair, endless marks
   */
  public String of(String name, String sent) {
    if (sent == null || sent.isBlank()) {
      throw refusal(name + " must not be blank");
    }
    if (sent.length() > longest * UNITS || ENDLESS_MARKS.matcher(sent).find()) {
      throw refusal(tooLong(name));
    }
    String text = Normalizer.normalize(sent, Normalizer.Form.NFC);
    if (text.codePointCount(0, text.length()) > longest) {
      throw refusal(tooLong(name));
    }
    if (!text.codePoints().allMatch(PostText::readable)) {
      throw refusal(name + " must not have control characters");
    }
    return text;
  }

  /**
   * A word to search for in texts, in lower case; empty when none is given. Whoever sends one needs
   * no account, so that it is as short as a title.
   *
   * @param sent null and blank are no word
   * @throws ApiException C001 when it is too long or no text
   */
  public static Optional<String> word(String sent) {
    return Optional.ofNullable(sent)
        .filter(given -> !given.isBlank())
        .map(given -> TITLE.of("word", given).toLowerCase(Locale.ROOT));
  }

  private String tooLong(String name) {
    return "%s must have at most %d characters".formatted(name, longest);
  }

  private static boolean readable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point == '\n' || point == '\r' || point == '\t';
      case Character.SURROGATE -> false;
      default -> true;
    };
  }

  private static ApiException refusal(String message) {
    return new ApiException(ErrorCode.INVALID_INPUT, message);
  }
}
