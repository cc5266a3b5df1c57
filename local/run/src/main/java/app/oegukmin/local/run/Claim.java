package app.oegukmin.local.run;

import app.oegukmin.engines.Directories;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;

/** Makes a checkout and a port a run's own, before anything is started. */
record Claim(LocalFolder folder, Progress progress, Cleanup cleanup) {

  /**
   * Takes both, and removes what a run left that was killed.
   *
   * @throws IllegalStateException with a sentence for people, when another run or program has one
   */
  void take(int port) throws IOException {
    cleanup.keep(RunLock.acquire(folder.lock()));
    GatewayLog.to(folder.logs().resolve("gateway.log"));
    Files.deleteIfExists(folder.env());
    endOrphans();
    // On AWS a function's /tmp goes with its environment.
    Directories.delete(folder.temporary());
    Files.createDirectory(folder.temporary());
    probe(port);
  }

  private void endOrphans() {
    ProcessFile processes = new ProcessFile(folder.processes());
    int orphans = processes.endOrphans();
    cleanup.keep(processes::endOrphans);
    if (orphans > 0) {
      progress.say("ended " + orphans + " processes that a killed run had left");
    }
  }

  private static void probe(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (BindException e) {
      throw new IllegalStateException(
          "Port %d is taken: free it, or take another with PORT=%d make run."
              .formatted(port, port + 1),
          e);
    }
  }
}
