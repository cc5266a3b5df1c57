package app.oegukmin.authorizer;

import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.log.LogContext;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * The authorizer of member routes: it admits a valid access token that is not banned; everything
 * else is 403. A missing header never arrives here: the gateway itself responds 401, because the
 * header is the identity source.
 */
public final class MemberHandler implements RequestStreamHandler {

  private final Authorizer authorizer;
  private final LogContext log = new LogContext();

  /** On Lambda. */
  public MemberHandler() {
    this(System.getenv());
  }

  /** With the variables of the template. */
  public MemberHandler(Map<String, String> environment) {
    this.authorizer = new Authorizer(new Environment(environment));
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    AuthorizerEvent event = AuthorizerEvent.read(input);
    event.answer(log.call(context, event.route(), () -> verdict(event)), output);
  }

  private Verdict verdict(AuthorizerEvent event) {
    return authorizer.member(event).orElseGet(Verdict::deny);
  }
}
