package app.oegukmin.user.firebase;

import app.oegukmin.shared.key.FirebaseKeys;
import com.google.api.client.http.LowLevelHttpResponse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Google's response with the keys, as far as the verifier reads it. */
final class KeyResponse extends LowLevelHttpResponse {

  /**
   * The verifier fetches again five minutes before the response expires: so it keeps this one for
   * five minutes, and a new key is known soon.
   */
  private static final String LIFETIME = "max-age=600";

  private final byte[] body;

  KeyResponse(FirebaseKeys keys) {
    this.body = keys.json().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public InputStream getContent() {
    return new ByteArrayInputStream(body);
  }

  @Override
  public String getContentEncoding() {
    return null;
  }

  @Override
  public long getContentLength() {
    return body.length;
  }

  @Override
  public String getContentType() {
    return "application/json; charset=UTF-8";
  }

  @Override
  public String getStatusLine() {
    return "HTTP/1.1 200 OK";
  }

  @Override
  public int getStatusCode() {
    return 200;
  }

  @Override
  public String getReasonPhrase() {
    return "OK";
  }

  @Override
  public int getHeaderCount() {
    return 1;
  }

  @Override
  public String getHeaderName(int index) {
    return "Cache-Control";
  }

  @Override
  public String getHeaderValue(int index) {
    return LIFETIME;
  }
}
