package app.oegukmin.user.firebase;

import app.oegukmin.shared.key.FirebaseKeyTable;
import app.oegukmin.shared.key.FirebaseKeys;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import java.io.IOException;
import java.time.Clock;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The HTTP transport of Firebase's verifier in a VPC without a way out: it serves Google's key URL
 * from the key table, and refuses every other URL.
 */
final class KeyTransport extends HttpTransport {

  private final FirebaseKeyTable table;
  private final Clock clock;

  KeyTransport(FirebaseKeyTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  @Override
  protected LowLevelHttpRequest buildRequest(String method, String url) throws IOException {
    if (!method.equals("GET") || !url.equals(FirebaseKeys.ADDRESS)) {
      throw new IOException(
          "There is no way out of this function; only Firebase's key URL is served, not " + url);
    }
    return new LowLevelHttpRequest() {

      @Override
      public void addHeader(String name, String value) {
        // Nobody is there to read it.
      }

      @Override
      public LowLevelHttpResponse execute() throws IOException {
        return new KeyResponse(keys());
      }
    };
  }

  private FirebaseKeys keys() throws IOException {
    try {
      return table
          .find()
          .filter(keys -> keys.usable(clock.instant()))
          .orElseThrow(() -> new IOException("Firebase's keys are missing or too old"));
    } catch (SdkException e) {
      throw new IOException("The key table cannot be read", e);
    }
  }
}
