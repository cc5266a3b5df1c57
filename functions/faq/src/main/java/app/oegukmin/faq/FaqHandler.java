package app.oegukmin.faq;

import app.oegukmin.shared.audit.AuditTable;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.faq.Faq;
import app.oegukmin.shared.faq.FaqPost;
import app.oegukmin.shared.faq.FaqTable;
import app.oegukmin.shared.http.JerseyApi;
import app.oegukmin.shared.http.Priming;
import app.oegukmin.shared.post.PictureUrls;
import app.oegukmin.shared.post.PostCache;
import app.oegukmin.shared.post.PostCaches;
import app.oegukmin.shared.post.PostTextTable;
import app.oegukmin.shared.search.SearchEngine;
import app.oegukmin.shared.valkey.Valkey;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The FAQ, but for new entries (contract §6.6). */
public final class FaqHandler implements RequestStreamHandler {

  private static final Duration READ = Duration.ofSeconds(2);

  private final JerseyApi api;

  // Kept, because the runtime holds its hooks weakly.
  @SuppressWarnings("UnusedVariable")
  private final Priming priming;

  /** On Lambda. */
  public FaqHandler() {
    this(System.getenv(), Clock.systemUTC());
  }

  /** With the variables of the template. */
  public FaqHandler(Map<String, String> variables, Clock clock) {
    Environment environment = new Environment(variables);
    DynamoDbClient dynamo = Dynamo.connect(environment);
    Optional<Valkey> valkey = Valkey.of(environment, clock);
    FaqTable table = new FaqTable(dynamo, environment.require("FAQ_TABLE"));
    PostTextTable texts = new PostTextTable(dynamo, environment.require("POST_TEXT_TABLE"));
    FaqReader reader = new FaqReader(dynamo, table, texts);
    SearchEngine engine = SearchEngine.of(environment, Dynamo.impatient(environment, READ), clock);
    PictureUrls urls = new PictureUrls(environment.require("MEDIA_URL"));
    AuditTable audit = new AuditTable(dynamo, environment.require("AUDIT_TABLE"));
    this.api =
        new JerseyApi(
            new FaqResource(
                new FaqService(reader, cache(valkey), urls, new FaqSearch(engine, reader)),
                new FaqWriter(dynamo, table, texts, audit, valkey, clock)));
    this.priming = new Priming(api, "GET", "/api/faq/read", valkey);
  }

  private static PostCache<Faq, FaqPost> cache(Optional<Valkey> valkey) {
    return new PostCache<>(
        valkey, PostCaches.FAQ, Faq.class, FaqPost.class, post -> post.faq() != null);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    api.handle(input, output, context);
  }
}
