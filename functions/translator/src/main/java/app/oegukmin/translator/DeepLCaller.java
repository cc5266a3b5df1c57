package app.oegukmin.translator;

import com.deepl.api.AuthorizationException;
import com.deepl.api.DeepLClient;
import com.deepl.api.DeepLClientOptions;
import com.deepl.api.DeepLException;
import com.deepl.api.TextTranslationOptions;
import com.deepl.api.http.HttpResponse;
import java.util.List;
import java.util.Optional;

/**
 * Sends calls through DeepL's library and gives back what came: the library itself cannot read a
 * response without {@code billed_characters} or {@code detected_source_language}, which are
 * optional (F-30). For one call.
 */
final class DeepLCaller extends DeepLClient {

  private static final int UNAUTHORIZED = 401;

  private Optional<String> body = Optional.empty();
  private int status;

  DeepLCaller(String key, DeepLClientOptions options) {
    super(key, options);
  }

  /**
   * The body of the response, if there is one.
   *
   * @throws DeepLException when DeepL responds with an error or not at all
   */
  // The library parses without checking: any RuntimeException means a response it cannot read.
  @SuppressWarnings("CatchGeneral")
  Optional<String> call(
      List<String> texts, String source, String target, TextTranslationOptions options)
      throws DeepLException, InterruptedException {
    try {
      var unused = translateText(texts, source, target, options);
    } catch (RuntimeException unreadable) {
      return body;
    }
    return body;
  }

  /** The status of the response, which the library's exceptions do not tell; 0 without one. */
  int status() {
    return status;
  }

  @Override
  protected void checkResponse(HttpResponse response, boolean glossary, boolean document)
      throws DeepLException {
    status = response.getCode();
    if (status == UNAUTHORIZED) {
      // The library knows 403 alone.
      throw new AuthorizationException("401");
    }
    super.checkResponse(response, glossary, document);
    body = Optional.ofNullable(response.getBody());
  }
}
