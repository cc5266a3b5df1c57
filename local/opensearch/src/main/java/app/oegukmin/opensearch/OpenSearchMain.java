package app.oegukmin.opensearch;

import java.io.IOException;
import java.nio.file.Path;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * OpenSearch with nori, a cluster of one node. It ends when its input does: whoever started it has
 * ended.
 */
public final class OpenSearchMain {

  private static final String NORI = "org.opensearch.plugin.analysis.nori.AnalysisNoriPlugin";

  // What no index of ours needs is left out: it starts in half the time.
  private static final String MODULES =
      String.join(
          ",",
          "org.opensearch.analysis.common.CommonAnalysisModulePlugin",
          "org.opensearch.transport.Netty4ModulePlugin");

  private OpenSearchMain() {}

  /**
   * Runs until standard input ends.
   *
   * @param arguments the directory of its data, and the port of 127.0.0.1 where it listens
   */
  public static void main(String[] arguments) throws IOException {
    OpenSearchRunner runner = new OpenSearchRunner();
    runner.onBuild(
        (number, settings) -> {
          settings.put("http.port", arguments[1]);
          settings.put("network.host", "127.0.0.1");
          // It would refuse to write on a disk that is nearly full.
          settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
          // Only aliases that are there are written to.
          settings.put("action.auto_create_index", false);
        });
    runner.build(
        OpenSearchRunner.newConfigs()
            .basePath(Path.of(arguments[0]).toAbsolutePath().toString())
            .clusterName("oegukmin")
            .numOfNode(1)
            .pluginTypes(NORI)
            .moduleTypes(MODULES)
            .disableESLogger());
    while (System.in.read() >= 0) {
      // Nothing is said to it.
    }
    runner.close();
    System.exit(0);
  }
}
