package app.oegukmin.notifier;

import app.oegukmin.notifier.FcmResult.Kind;
import com.google.api.client.http.HttpResponseException;
import com.google.firebase.IncomingHttpResponse;
import com.google.firebase.messaging.FirebaseMessagingException;
import com.google.firebase.messaging.MessagingErrorCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says what a failure of Firebase's library means. */
final class FcmErrors {

  /** FCM names what it complains of, in one of two ways. */
  private static final Pattern ABOUT_TOKEN =
      Pattern.compile("message\\.token|registration token", Pattern.CASE_INSENSITIVE);

  private static final List<Integer> KEY_REFUSED = List.of(401, 403);
  private static final int OK = 200;

  private FcmErrors() {}

  static FcmResult result(FirebaseMessagingException e) {
    return FcmResult.of(
        Optional.ofNullable(e.getHttpResponse())
            .map(response -> refused(e.getMessagingErrorCode(), response))
            .orElseGet(() -> withoutToken(e)));
  }

  // Before anything was sent: Google refuses the key, or what it gave is no token.
  private static Kind withoutToken(FirebaseMessagingException e) {
    boolean refused =
        Stream.<Throwable>iterate(e, each -> each != null, Throwable::getCause)
            .anyMatch(HttpResponseException.class::isInstance);
    return refused ? Kind.KEY_REFUSED : Kind.LOST;
  }

  private static Kind refused(MessagingErrorCode code, IncomingHttpResponse response) {
    if (response.getStatusCode() == OK) {
      // It has taken the message; its words about that cannot be read.
      return Kind.SENT;
    }
    if (code == MessagingErrorCode.UNREGISTERED) {
      return Kind.DEAD_TOKEN;
    }
    if (code == MessagingErrorCode.SENDER_ID_MISMATCH) {
      // The phone belongs to another project, or the key does: who tells which?
      return Kind.REJECTED;
    }
    if (KEY_REFUSED.contains(response.getStatusCode())) {
      return Kind.KEY_REFUSED;
    }
    boolean aboutToken =
        code == MessagingErrorCode.INVALID_ARGUMENT
            && ABOUT_TOKEN.matcher(Objects.toString(response.getContent(), "")).find();
    return aboutToken ? Kind.DEAD_TOKEN : Kind.REJECTED;
  }
}
