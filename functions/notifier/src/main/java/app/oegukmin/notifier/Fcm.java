package app.oegukmin.notifier;

import app.oegukmin.notifier.FcmResult.Kind;
import app.oegukmin.shared.secret.Secret;
import com.google.firebase.messaging.FirebaseMessagingException;
import com.google.firebase.messaging.Message;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Firebase Cloud Messaging. While it is busy nothing is sent. A push whose key is refused is sent
 * once more if there is another key, because keys are exchanged while it runs.
 */
final class Fcm {

  private static final Logger LOG = LoggerFactory.getLogger(Fcm.class);

  private final Secret<Optional<String>> key;
  private final FcmTransport transport;
  private final Clock clock;
  private Optional<FcmApp> app = Optional.empty();
  private Instant busyUntil = Instant.EPOCH;

  /**
   * One that asks for its key at each use.
   *
   * @param server stands in for FCM; empty for the real one
   */
  Fcm(Secret<Optional<String>> key, Optional<URI> server, Clock clock) {
    this.key = key;
    this.transport = new FcmTransport(server);
    this.clock = clock;
  }

  /** Whether there is a key. */
  boolean ready() {
    return key.get().isPresent();
  }

  /** Sends a message to a phone. */
  synchronized FcmResult send(Message message) {
    Duration left = Duration.between(clock.instant(), busyUntil);
    if (left.isPositive()) {
      return FcmResult.busy(left);
    }
    FcmResult result = withAnyKey(message);
    if (result.kind() == Kind.BUSY) {
      busyUntil = clock.instant().plus(result.pause());
    }
    return result;
  }

  private FcmResult withAnyKey(Message message) {
    Optional<String> first = key.get();
    FcmResult result = first.map(one -> ask(one, message)).orElse(FcmResult.of(Kind.KEY_REFUSED));
    if (result.kind() != Kind.KEY_REFUSED) {
      return result;
    }
    Optional<String> other = key.instead(first).flatMap(Function.identity());
    return other.map(one -> ask(one, message)).orElse(result);
  }

  private FcmResult ask(String with, Message message) {
    try {
      app(with).send(message);
      return FcmResult.of(Kind.SENT);
    } catch (FirebaseMessagingException e) {
      FcmResult result = FcmErrors.result(e);
      LOG.warn("A push is {}: {}", result.kind(), e.getErrorCode());
      return result;
    } catch (FcmException e) {
      LOG.warn("A push is {}: {}", e.result().kind(), e.getMessage());
      return e.result();
    } catch (IOException e) {
      LOG.warn("The key of push cannot be used: {}", e.getMessage());
      return FcmResult.of(Kind.KEY_REFUSED);
    }
  }

  private FcmApp app(String with) throws IOException {
    if (app.filter(one -> one.of(with)).isEmpty()) {
      FcmApp next = FcmApp.of(with, transport);
      app.ifPresent(FcmApp::close);
      app = Optional.of(next);
    }
    return app.get();
  }
}
