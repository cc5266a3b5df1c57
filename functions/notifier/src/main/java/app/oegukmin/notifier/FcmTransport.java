package app.oegukmin.notifier;

import app.oegukmin.notifier.FcmResult.Kind;
import app.oegukmin.shared.web.HeaderDuration;
import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpContent;
import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestFactory;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import com.google.api.client.http.javanet.NetHttpTransport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Firebase's way to Google: the JDK's, with one try. The library itself would try a busy FCM again
 * for minutes while the function waits; here the queue waits. It knows no other address of FCM than
 * Google's, so another is put in its place.
 */
final class FcmTransport extends HttpTransport {

  private static final String GOOGLE = "https://fcm.googleapis.com/";
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final int CONNECT_MILLIS = 3_000;
  private static final int RESPONSE_MILLIS = 10_000;

  private final HttpRequestFactory net = new NetHttpTransport().createRequestFactory();
  private final Optional<URI> server;

  /**
   * A transport.
   *
   * @param server stands in for FCM, without a path; empty for the real one
   */
  FcmTransport(Optional<URI> server) {
    this.server = server;
  }

  @Override
  protected LowLevelHttpRequest buildRequest(String method, String url) {
    HttpHeaders headers = new HttpHeaders();
    return new LowLevelHttpRequest() {

      @Override
      public void addHeader(String name, String value) {
        headers.set(name, List.of(value));
      }

      @Override
      public LowLevelHttpResponse execute() throws IOException {
        HttpContent content = null;
        if (getStreamingContent() != null) {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          getStreamingContent().writeTo(bytes);
          content = new ByteArrayContent(getContentType(), bytes.toByteArray());
        }
        return once(net.buildRequest(method, address(url), content).setHeaders(headers));
      }
    };
  }

  private GenericUrl address(String url) {
    return new GenericUrl(server.map(base -> url.replace(GOOGLE, base + "/")).orElse(url));
  }

  private static FcmResponse once(HttpRequest request) {
    try {
      return read(sent(request));
    } catch (ConnectException | UnknownHostException e) {
      throw new FcmException(e.getClass().getSimpleName(), FcmResult.of(Kind.BUSY));
    } catch (IOException e) {
      throw new FcmException(e.getClass().getSimpleName(), FcmResult.of(Kind.LOST));
    }
  }

  private static HttpResponse sent(HttpRequest request) throws IOException {
    return request
        .setNumberOfRetries(0)
        .setThrowExceptionOnExecuteError(false)
        .setFollowRedirects(false)
        .setLoggingEnabled(false)
        .setConnectTimeout(CONNECT_MILLIS)
        .setReadTimeout(RESPONSE_MILLIS)
        .execute();
  }

  private static FcmResponse read(HttpResponse response) throws IOException {
    try {
      int status = response.getStatusCode();
      if (status == TOO_MANY || status >= SERVER_ERROR) {
        Duration pause = pause(response.getHeaders().getRetryAfter());
        throw new FcmException("Status " + status, FcmResult.busy(pause));
      }
      return FcmResponse.of(response);
    } finally {
      response.disconnect();
    }
  }

  private static Duration pause(String retryAfter) {
    return Optional.ofNullable(retryAfter).flatMap(HeaderDuration::seconds).orElse(PAUSE);
  }
}
