package app.oegukmin.shared.web;

import java.net.HttpURLConnection;
import java.util.Map;

/** The response to one request. */
public final class WebResponse {

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  /**
   * A response.
   *
   * @param headers by name in any case
   */
  WebResponse(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body.clone();
  }

  /** The status code. */
  public int status() {
    return status;
  }

  /** Whether the status is 200. */
  public boolean ok() {
    return status == HttpURLConnection.HTTP_OK;
  }

  /**
   * The value of a header, the last one of several; an empty string when the response has none.
   *
   * @param name in any case
   */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** The body, empty unless the status is 200. */
  public byte[] body() {
    return body.clone();
  }
}
