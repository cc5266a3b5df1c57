package app.oegukmin.translator;

import app.oegukmin.translator.TranslationFailure.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What one call to DeepL may carry: 50 texts and a body of 128 KiB (sites §3). */
final class DeepLLimits {

  static final int TEXTS = 50;
  static final int BODY_BYTES = 128 * 1024;

  // The languages, the options and their names.
  private static final int OTHER_FIELDS = 1024;
  private static final int FIELD_NAME = "&text=".length();

  private DeepLLimits() {}

  /**
   * Spreads texts over calls, in order. The body is a form: a Korean syllable takes nine bytes.
   *
   * @throws TranslationFailure when a single text is too large for any call
   */
  static List<List<String>> calls(List<String> texts) {
    List<List<String>> calls = new ArrayList<>();
    List<String> call = new ArrayList<>();
    int size = OTHER_FIELDS;
    for (String text : texts) {
      int more = FIELD_NAME + URLEncoder.encode(text, StandardCharsets.UTF_8).length();
      if (OTHER_FIELDS + more > BODY_BYTES) {
        throw new TranslationFailure(Kind.REJECTED, "Text of " + more + " bytes is too large");
      }
      if (call.size() == TEXTS || size + more > BODY_BYTES) {
        calls.add(call);
        call = new ArrayList<>();
        size = OTHER_FIELDS;
      }
      call.add(text);
      size += more;
    }
    if (!call.isEmpty()) {
      calls.add(call);
    }
    return calls;
  }
}
