package app.oegukmin.user;

import app.oegukmin.shared.key.FirebaseKeys;
import com.google.api.client.http.LowLevelHttpResponse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Google's answer with the keys, as far as the verifier looks at it. */
final class KeyResponse extends LowLevelHttpResponse {

  /**
   * The verifier asks again five minutes before an answer grows old: so it keeps this one for five,
   * and a new key counts soon.
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
