package app.oegukmin.authorizer;

import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.log.LogContext;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The authorizer of public routes: it admits everybody, because the app sends expired tokens and
 * the text {@code null} there (contract §1.16). A valid token tells who the caller is.
 */
public final class GuestHandler implements RequestStreamHandler {

  private static final Logger LOG = LoggerFactory.getLogger(GuestHandler.class);

  private final Authorizer authorizer;
  private final LogContext log = new LogContext();

  /** On Lambda. */
  public GuestHandler() {
    this(System.getenv());
  }

  /** With the variables of the template. */
  public GuestHandler(Map<String, String> environment) {
    this.authorizer = new Authorizer(new Environment(environment));
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    AuthorizerEvent event = AuthorizerEvent.read(input);
    event.answer(log.call(context, event.route(), () -> verdict(event)), output);
  }

  private Verdict verdict(AuthorizerEvent event) {
    return member(event).orElseGet(() -> authorizer.guest(event));
  }

  private Optional<Verdict> member(AuthorizerEvent event) {
    try {
      return authorizer.member(event);
    } catch (SdkException | IllegalStateException e) {
      LOG.warn("Keys or bans cannot be read, a caller with a token passes as a guest", e);
      return Optional.empty();
    }
  }
}
