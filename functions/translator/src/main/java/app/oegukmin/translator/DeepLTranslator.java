package app.oegukmin.translator;

import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.notice.Language;
import app.oegukmin.translator.TranslationFailure.Kind;
import com.deepl.api.AuthorizationException;
import com.deepl.api.DeepLClient;
import com.deepl.api.DeepLClientOptions;
import com.deepl.api.DeepLException;
import com.deepl.api.QuotaExceededException;
import com.deepl.api.TextResult;
import com.deepl.api.TextTranslationOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * DeepL (sources.md §3). It never repeats a call by itself: the queue does, and a repetition that
 * follows a lost answer would be paid twice without anybody seeing it.
 */
public final class DeepLTranslator implements Translator {

  private static final Logger LOG = LoggerFactory.getLogger(DeepLTranslator.class);
  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final String BAD_REQUEST = "Bad request";

  private final Supplier<Optional<String>> key;
  private final Optional<URI> server;
  private final Metrics metrics;

  /**
   * A translator that asks for its key at each use, because keys are exchanged while it runs.
   *
   * @param key empty when the operator has configured none
   * @param server empty for DeepL's own, which follows from the key
   */
  public DeepLTranslator(Supplier<Optional<String>> key, Optional<URI> server, Metrics metrics) {
    this.key = key;
    this.server = server;
    this.metrics = metrics;
  }

  @Override
  public boolean ready() {
    return key.get().isPresent();
  }

  @Override
  public void translate(
      List<String> texts, TextFormat format, Language target, BiConsumer<String, String> paid) {
    DeepLClient client = client();
    for (List<String> call : DeepLLimits.calls(texts)) {
      List<TextResult> results = call(client, call, format, target);
      if (results.size() != call.size()) {
        throw new TranslationFailure(Kind.REJECTED, "Not one translation for each text");
      }
      for (int i = 0; i < call.size(); i++) {
        paid.accept(call.get(i), results.get(i).getText());
      }
      count(results, target);
    }
  }

  private DeepLClient client() {
    DeepLClientOptions options = new DeepLClientOptions();
    options.setMaxRetries(0).setTimeout(ANSWER).setSendPlatformInfo(false);
    server.ifPresent(url -> options.setServerUrl(url.toString()));
    return new DeepLClient(key.get().orElseThrow(), options);
  }

  // The library parses without checking: any RuntimeException means an answer it cannot read.
  @SuppressWarnings("CatchGeneral")
  private static List<TextResult> call(
      DeepLClient client, List<String> texts, TextFormat format, Language target) {
    try {
      return client.translateText(texts, Language.KO.tag(), target.tag(), options(format));
    } catch (QuotaExceededException e) {
      throw new TranslationFailure(Kind.QUOTA_USED_UP, "DeepL's characters are used up");
    } catch (AuthorizationException e) {
      throw new TranslationFailure(Kind.KEY_REFUSED, "DeepL refuses the key");
    } catch (DeepLException e) {
      throw failure(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TranslationFailure(Kind.UNAVAILABLE, "Interrupted");
    } catch (RuntimeException e) {
      throw new TranslationFailure(Kind.REJECTED, "Unreadable answer: " + e.getClass().getName());
    }
  }

  // The library tells a refused text from an outage by words alone.
  private static TranslationFailure failure(DeepLException e) {
    String message = Optional.ofNullable(e.getMessage()).orElse("");
    return message.startsWith(BAD_REQUEST)
        ? new TranslationFailure(Kind.REJECTED, message)
        : new TranslationFailure(Kind.UNAVAILABLE, e.getClass().getSimpleName() + " " + message);
  }

  private static TextTranslationOptions options(TextFormat format) {
    TextTranslationOptions options = new TextTranslationOptions();
    return format == TextFormat.HTML ? options.setTagHandling("html") : options;
  }

  private void count(List<TextResult> results, Language target) {
    long characters = results.stream().mapToLong(TextResult::getBilledCharacters).sum();
    LOG.info("{} texts, {} characters to {}", results.size(), characters, target.tag());
    metrics.count("TranslatedCharacters", characters);
  }
}
