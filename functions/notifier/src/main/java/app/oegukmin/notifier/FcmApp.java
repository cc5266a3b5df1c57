package app.oegukmin.notifier;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.messaging.FirebaseMessaging;
import com.google.firebase.messaging.FirebaseMessagingException;
import com.google.firebase.messaging.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Firebase's library with one key. It keeps the token that the key is good for. */
final class FcmApp implements AutoCloseable {

  private final String key;
  private final FirebaseApp app;

  private FcmApp(String key, FirebaseApp app) {
    this.key = key;
    this.app = app;
  }

  /**
   * Makes one; nothing is sent yet.
   *
   * @param key the JSON of a service account
   * @throws IOException when it is none
   */
  static FcmApp of(String key, HttpTransport transport) throws IOException {
    ServiceAccountCredentials account = account(key, transport);
    FirebaseOptions options =
        FirebaseOptions.builder()
            .setProjectId(account.getProjectId())
            .setCredentials(account)
            .setHttpTransport(transport)
            .setJsonFactory(new GsonFactory())
            .build();
    // The library keeps its instances by name, and one process may hold several.
    return new FcmApp(key, FirebaseApp.initializeApp(options, UUID.randomUUID().toString()));
  }

  // What the library throws for a text that is no such JSON differs from field to field.
  @SuppressWarnings("CatchGeneral")
  private static ServiceAccountCredentials account(String key, HttpTransport transport)
      throws IOException {
    try {
      ServiceAccountCredentials account =
          ServiceAccountCredentials.fromStream(
              new ByteArrayInputStream(key.getBytes(StandardCharsets.UTF_8)), () -> transport);
      if (account.getProjectId() == null) {
        throw new IOException("The key names no project");
      }
      return account;
    } catch (RuntimeException e) {
      // Its message may quote the key.
      throw new IOException("The key is not the JSON of a service account");
    }
  }

  /** Whether it was made of a key. */
  boolean of(String other) {
    return key.equals(other);
  }

  /** Sends a message to a phone. */
  void send(Message message) throws FirebaseMessagingException {
    FirebaseMessaging.getInstance(app).send(message);
  }

  @Override
  public void close() {
    app.delete();
  }
}
