package app.oegukmin.notifier;

import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.LowLevelHttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A response that has been read. Firebase's library looks at nothing but this. */
final class FcmResponse extends LowLevelHttpResponse {

  private static final int LONGEST = 64 * 1024;

  private final int status;
  private final String type;
  private final byte[] body;

  private FcmResponse(int status, String type, byte[] body) {
    this.status = status;
    this.type = type;
    this.body = body;
  }

  /** Reads a response. */
  static FcmResponse of(HttpResponse response) throws IOException {
    try (InputStream content = response.getContent()) {
      byte[] body = content == null ? new byte[0] : content.readNBytes(LONGEST);
      return new FcmResponse(response.getStatusCode(), response.getContentType(), body);
    }
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
    return type;
  }

  @Override
  public String getStatusLine() {
    return "HTTP/1.1 " + status;
  }

  @Override
  public int getStatusCode() {
    return status;
  }

  @Override
  public String getReasonPhrase() {
    return "";
  }

  @Override
  public int getHeaderCount() {
    return 0;
  }

  @Override
  public String getHeaderName(int index) {
    throw new IndexOutOfBoundsException(index);
  }

  @Override
  public String getHeaderValue(int index) {
    throw new IndexOutOfBoundsException(index);
  }
}
