package app.oegukmin.translator;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.secret.Secret;
import app.oegukmin.translator.TranslationFailure.Kind;
import com.deepl.api.AuthorizationException;
import com.deepl.api.ConnectionException;
import com.deepl.api.DeepLClientOptions;
import com.deepl.api.DeepLException;
import com.deepl.api.QuotaExceededException;
import com.deepl.api.TextTranslationOptions;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * DeepL (sites §3). It never retries a call by itself; the queue does. A retry after a lost
 * response would be paid twice without being noticed.
 */
public final class DeepLTranslator implements Translator {

  private static final Duration ANSWER = Duration.ofSeconds(20);

  private final Secret<Optional<String>> key;
  private final Optional<URI> server;

  /**
   * A translator that asks for its key at each use, because keys are exchanged while it runs: a
   * call whose key is refused is made once more if there is another key.
   *
   * @param key empty when the operator has configured none
   * @param server empty for DeepL's own, which follows from the key
   */
  public DeepLTranslator(Secret<Optional<String>> key, Optional<URI> server) {
    this.key = key;
    this.server = server;
  }

  @Override
  public boolean ready() {
    return key.get().isPresent();
  }

  @Override
  public List<List<String>> calls(List<String> texts) {
    return DeepLLimits.calls(texts);
  }

  @Override
  public Translated translate(List<String> call, TextFormat format, Language target) {
    DeepLResponse response =
        response(call, format, target)
            .flatMap(DeepLResponse::read)
            .filter(read -> read.texts().size() == call.size())
            .orElseThrow(
                () -> new TranslationFailure(Kind.UNREADABLE, "Not a translation of each text"));
    return new Translated(response.texts(), response.billedCharacters());
  }

  private Optional<String> response(List<String> call, TextFormat format, Language target) {
    Optional<String> first = key.get();
    try {
      return ask(caller(first.orElseThrow()), call, format, target);
    } catch (TranslationFailure failure) {
      if (failure.kind() != Kind.KEY_REFUSED) {
        throw failure;
      }
      String other = key.instead(first).flatMap(Function.identity()).orElseThrow(() -> failure);
      return ask(caller(other), call, format, target);
    }
  }

  private DeepLCaller caller(String authKey) {
    DeepLClientOptions options = new DeepLClientOptions();
    options.setMaxRetries(0).setTimeout(ANSWER).setSendPlatformInfo(false);
    server.ifPresent(url -> options.setServerUrl(url.toString()));
    return new DeepLCaller(authKey, options);
  }

  private static Optional<String> ask(
      DeepLCaller caller, List<String> texts, TextFormat format, Language target) {
    try {
      return caller.call(texts, Language.KO.tag(), target.tag(), options(format));
    } catch (QuotaExceededException e) {
      throw new TranslationFailure(Kind.QUOTA_USED_UP, "DeepL's characters are used up");
    } catch (AuthorizationException e) {
      throw new TranslationFailure(Kind.KEY_REFUSED, "DeepL refuses the key");
    } catch (DeepLException e) {
      throw failure(e, caller.status());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TranslationFailure(Kind.ANSWER_LOST, "Interrupted");
    }
  }

  private static TranslationFailure failure(DeepLException e, int status) {
    Kind kind =
        switch (status) {
          case 0 ->
              e instanceof ConnectionException && sent(e) ? Kind.ANSWER_LOST : Kind.UNAVAILABLE;
          case 413, 414 -> Kind.TOO_LARGE;
          // About the address, the time or the number of calls, and not about the text.
          case 404, 408, 429 -> Kind.UNAVAILABLE;
          default -> status < 500 ? Kind.REJECTED : Kind.UNAVAILABLE;
        };
    return new TranslationFailure(
        kind, e.getClass().getSimpleName() + " " + Optional.ofNullable(e.getMessage()).orElse(""));
  }

  private static boolean sent(DeepLException e) {
    return !(e.getCause() instanceof ConnectException
        || e.getCause() instanceof UnknownHostException);
  }

  private static TextTranslationOptions options(TextFormat format) {
    TextTranslationOptions options = new TextTranslationOptions();
    return format == TextFormat.HTML ? options.setTagHandling("html") : options;
  }
}
