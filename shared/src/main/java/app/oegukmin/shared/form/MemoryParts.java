package app.oegukmin.shared.form;

import jakarta.ws.rs.ext.ContextResolver;
import org.glassfish.jersey.media.multipart.MultiPartProperties;

/** Has Jersey keep the parts of a form in memory: they fit, and no file of a member's is left. */
public final class MemoryParts implements ContextResolver<MultiPartProperties> {

  private final MultiPartProperties properties =
      new MultiPartProperties().bufferThreshold(MultiPartProperties.BUFFER_THRESHOLD_MEMORY_ONLY);

  @Override
  public MultiPartProperties getContext(Class<?> type) {
    return properties;
  }
}
