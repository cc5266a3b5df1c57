package app.oegukmin.local.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Carries requests and responses between Jetty and the gateway. */
final class GatewayHandler extends Handler.Abstract {

  private final Gateway gateway;

  GatewayHandler(Gateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    Headers headers =
        new Headers(
            request.getHeaders().stream()
                .map(field -> new Headers.Header(field.getName(), field.getValue()))
                .toList());
    var received =
        new ApiRequest(
            request.getMethod(),
            request.getHttpURI().getPath(),
            Optional.ofNullable(request.getHttpURI().getQuery()).orElse(""),
            headers,
            Request.getRemoteAddr(request));
    ApiResponse ours = gateway.respond(received, body(request));
    response.setStatus(ours.status());
    for (Headers.Header line : ours.headers().lines()) {
      // Without a known header Jetty writes the name as it is spelled.
      response.getHeaders().add(new HttpField(null, line.name(), line.value()));
    }
    boolean bodiless = HttpStatus.hasNoBody(ours.status());
    response.write(true, ByteBuffer.wrap(bodiless ? new byte[0] : ours.body()), callback);
    return true;
  }

  private static byte[] body(Request request) throws IOException {
    try (InputStream body = Content.Source.asInputStream(request)) {
      return body.readNBytes(Gateway.BODY_LIMIT + 1);
    }
  }

  /** What Jetty cannot read never reaches the gateway; on AWS it does not, either. */
  static boolean refuse(Request request, Response response, Callback callback) {
    String body = "{\"message\":\"" + HttpStatus.getMessage(response.getStatus()) + "\"}";
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
    return true;
  }
}
