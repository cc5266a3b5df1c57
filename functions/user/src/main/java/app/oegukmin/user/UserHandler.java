package app.oegukmin.user;

import app.oegukmin.shared.audit.AuditTable;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.http.JerseyApi;
import app.oegukmin.shared.http.Priming;
import app.oegukmin.shared.http.ViolationMapper;
import app.oegukmin.shared.key.KeyTable;
import app.oegukmin.shared.limit.Limiter;
import app.oegukmin.shared.member.MemberTable;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.valkey.Valkey;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glassfish.jersey.server.validation.ValidationFeature;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Sign-up, sign-in, tokens and profile (contract §6.1). */
public final class UserHandler implements RequestStreamHandler {

  private final JerseyApi api;

  // Kept, because the runtime holds its hooks weakly.
  @SuppressWarnings("UnusedVariable")
  private final Priming priming;

  /** On Lambda. */
  public UserHandler() {
    this(System.getenv());
  }

  /** With the variables of the template. */
  public UserHandler(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    Clock clock = Clock.systemUTC();
    DynamoDbClient dynamo = Dynamo.connect(environment);
    KeyTable keys = new KeyTable(dynamo, environment.require("KEY_TABLE"));
    String table = environment.require("USER_TABLE");
    UserTable accounts = new UserTable(dynamo, table);
    Optional<Valkey> valkey = Valkey.of(environment, clock);
    Authentication tokens = new Authentication(environment, dynamo, keys, valkey, clock);
    SessionService sessions = tokens.sessions(accounts);
    UserService users =
        new UserService(
            accounts,
            new MemberTable(dynamo, table),
            sessions,
            new AuditTable(dynamo, environment.require("AUDIT_TABLE")),
            new PublicIds(new SecureRandom()),
            clock);
    Limiter limiter = new Limiter(valkey, clock, new Metrics("user", clock, System.out));
    SignInMode mode = SignInMode.of(environment, dynamo, clock);
    List<Object> components = new ArrayList<>(mode.filters());
    components.add(ValidationFeature.class);
    components.add(new ViolationMapper());
    components.add(new UserResource(users, limiter, mode));
    components.add(tokens.resource(sessions));
    this.api = new JerseyApi(components.toArray());
    this.priming = new Priming(api, "POST", "/api/user/signin", valkey);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    api.handle(input, output, context);
  }
}
