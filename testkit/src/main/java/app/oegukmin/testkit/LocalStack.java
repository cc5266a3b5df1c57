package app.oegukmin.testkit;

import java.net.URI;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * LocalStack in a container. Nothing but {@link SharedEngines} may name this class: its library is
 * on the class path only with the profile {@code localstack}.
 */
record LocalStack(LocalStackContainer container) implements AutoCloseable {

  private static final String OFFICIAL = "localstack/localstack";

  /** Starts an image and returns when it is ready. */
  static LocalStack start(String image) {
    var name = DockerImageName.parse(image).asCompatibleSubstituteFor(OFFICIAL);
    var started = new LocalStack(new LocalStackContainer(name));
    started.container.start();
    return started;
  }

  /** The endpoint of every service. */
  URI endpoint() {
    return container.getEndpoint();
  }

  @Override
  public void close() {
    container.close();
  }
}
