package app.oegukmin.shared.http;

import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.log.LogContext;
import com.amazonaws.serverless.proxy.internal.LambdaContainerHandler;
import com.amazonaws.serverless.proxy.jersey.JerseyLambdaContainerHandler;
import com.amazonaws.serverless.proxy.model.AwsProxyRequest;
import com.amazonaws.serverless.proxy.model.AwsProxyResponse;
import com.amazonaws.serverless.proxy.model.Headers;
import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ContextResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** The HTTP side of a function: Jersey behind API Gateway's proxy events. */
public final class JerseyApi {

  // Jersey warns of every resource that is registered as an instance. The field keeps the logger
  // alive, and with it its level.
  private static final Logger REGISTRATION =
      Logger.getLogger("org.glassfish.jersey.internal.inject.Providers");

  static {
    REGISTRATION.setLevel(Level.SEVERE);
  }

  private final JerseyLambdaContainerHandler<AwsProxyRequest, AwsProxyResponse> container;
  private final LogContext log = new LogContext();

  /**
   * An API of these resources and providers. They are listed by hand, because scanning the class
   * path makes every cold start slower.
   */
  public JerseyApi(Object... components) {
    ResourceConfig config =
        new ResourceConfig()
            .property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
            .property(ServerProperties.WADL_FEATURE_DISABLE, true)
            .register(JacksonFeature.withoutExceptionMappers())
            .register(new Mapper())
            .register(new LimitFilter())
            .register(new CacheFilter())
            .register(new RawEntity())
            .register(new ErrorMapper())
            .register(new ErrorBody());
    for (Object component : components) {
      config.register(component);
    }
    // Its default is ISO-8859-1 (aws §0 #7).
    LambdaContainerHandler.getContainerConfig().setDefaultContentCharset("UTF-8");
    container = JerseyLambdaContainerHandler.getAwsProxyHandler(config);
    container.setLogFormatter(null);
  }

  /** Responds to one proxy event. */
  public void handle(InputStream event, OutputStream output, Context context) throws IOException {
    ObjectMapper mapper = LambdaContainerHandler.getObjectMapper();
    AwsProxyRequest request = mapper.readValue(event, AwsProxyRequest.class);
    request.setMultiValueHeaders(KnownHeaders.of(request.getMultiValueHeaders()));
    dropEmpty(request.getMultiValueQueryStringParameters());
    String route = request.getHttpMethod() + " " + request.getResource();
    AwsProxyResponse response = log.call(context, route, () -> respond(request, context));
    mapper.writeValue(output, response);
  }

  // The container ends with an exception at a parameter that has no value.
  private static void dropEmpty(Map<String, List<String>> query) {
    if (query != null) {
      query.values().removeIf(List::isEmpty);
    }
  }

  private AwsProxyResponse respond(AwsProxyRequest request, Context context) throws IOException {
    AwsProxyResponse response =
        acceptable(request.getPath()) ? container.proxy(request, context) : notFound();
    // The container's own 500 has one set of headers for all its responses: an added value would
    // stay there (F-94). The gateway responds to the preflight by itself (template.yaml, Cors).
    Headers headers = new Headers();
    Optional.ofNullable(response.getMultiValueHeaders()).ifPresent(headers::putAll);
    headers.putSingle("Access-Control-Allow-Origin", "*");
    response.setMultiValueHeaders(headers);
    return response;
  }

  // A brace would reach Jersey's URI builder as a template (aws §2, last paragraph). Jersey drops
  // what follows a semicolon: the gateway takes /search;x for /{id} and applies that route's
  // limits, while Jersey would serve /search.
  private static boolean acceptable(String path) {
    return path.chars().noneMatch(character -> "{};".indexOf(character) >= 0);
  }

  private static AwsProxyResponse notFound() throws IOException {
    Envelope<Void> body = Envelope.of(ErrorCode.NOT_FOUND, ErrorCode.NOT_FOUND.message());
    AwsProxyResponse response = new AwsProxyResponse(400);
    response.addHeader("Content-Type", "application/json");
    response.addHeader("Cache-Control", "no-store");
    response.setBody(Json.MAPPER.writeValueAsString(body));
    return response;
  }

  private static final class Mapper implements ContextResolver<ObjectMapper> {
    @Override
    public ObjectMapper getContext(Class<?> type) {
      return Json.MAPPER;
    }
  }

  /**
   * The container re-encodes a body by its declared charset; what the client sent is UTF-8 JSON.
   */
  @PreMatching
  private static final class RawEntity implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      request.setEntityStream(new ByteArrayInputStream(Call.of(request).body()));
    }
  }

  /**
   * Adds a body to the empty 400 that Jersey, past every mapper, returns for a header that it
   * cannot read.
   */
  private static final class ErrorBody implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      if (response.getStatus() >= 400 && !response.hasEntity()) {
        ErrorCode code =
            response.getStatus() < 500 ? ErrorCode.INVALID_INPUT : ErrorCode.SERVER_ERROR;
        Envelope<Void> body = Envelope.of(code, code.message());
        response.setEntity(body, new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
      }
    }
  }
}
