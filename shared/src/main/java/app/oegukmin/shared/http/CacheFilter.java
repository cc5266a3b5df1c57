package app.oegukmin.shared.http;

import app.oegukmin.shared.json.Json;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Sets {@code Cache-Control}: max-age for {@link Cached} methods, {@code no-store} for everything
 * else, errors included. Responds 304 when {@code If-None-Match} matches the ETag (RFC 9110
 * §13.1.2). Leaves a {@code Cache-Control} alone that the method has set itself.
 */
final class CacheFilter implements ContainerResponseFilter {

  // A tag as RFC 9110 §8.8.3 spells it. W/ before it makes no difference here.
  private static final Pattern TAG = Pattern.compile("\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"");

  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response)
      throws IOException {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    if (headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
      return;
    }
    Optional<Cached> cached = response.getStatus() == OK ? cached() : Optional.empty();
    headers.putSingle(
        HttpHeaders.CACHE_CONTROL, cached.map(CacheFilter::control).orElse("no-store"));
    if (cached.isPresent()) {
      tag(request, response);
    }
  }

  private Optional<Cached> cached() {
    return Optional.ofNullable(resource.getResourceMethod())
        .map(method -> method.getAnnotation(Cached.class));
  }

  private static String control(Cached cached) {
    return (cached.shared() ? "public" : "private") + ", max-age=" + cached.seconds();
  }

  // Computed from the bytes that are sent, so that the tag changes with the response.
  private static void tag(ContainerRequestContext request, ContainerResponseContext response)
      throws IOException {
    byte[] body = Json.MAPPER.writeValueAsBytes(response.getEntity());
    String tag = "\"" + UUID.nameUUIDFromBytes(body) + "\"";
    response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
    if (names(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
      response.setStatus(NOT_MODIFIED);
      response.setEntity(null);
      response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
    } else {
      response.setEntity(body, new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
    }
  }

  /** Whether If-None-Match names a tag; what cannot be read names none. */
  private static boolean names(String condition, String tag) {
    return condition != null
        && (condition.strip().equals("*")
            || TAG.matcher(condition).results().anyMatch(named -> named.group().equals(tag)));
  }
}
