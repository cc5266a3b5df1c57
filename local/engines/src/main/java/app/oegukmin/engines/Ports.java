package app.oegukmin.engines;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Finds ports nobody listens on. */
public final class Ports {

  /** How far above its port a Redis of a cluster listens for the other nodes. */
  private static final int CLUSTER_BUS = 10_000;

  // Below Linux's ephemeral ports, or an outgoing connection could take one before its engine does.
  private static final int FIRST = 12_000;
  private static final int COUNT = 10_000;

  // No port twice, because the engine that got one may not listen yet; random, because other JVMs
  // look for ports too.
  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

  private Ports() {}

  /** A free port whose cluster bus port is free too. */
  static int free() {
    for (int attempt = 0; attempt < COUNT; attempt++) {
      int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
      if (isFree(port) && isFree(port + CLUSTER_BUS)) {
        return port;
      }
    }
    throw new IllegalStateException("No free port from " + FIRST + " on");
  }

  /** A port that others expect something at, or any free one when it is taken. */
  public static int preferably(int port) {
    return isFree(port) ? port : free();
  }

  private static boolean isFree(int port) {
    return canBind(port, null) && canBind(port, InetAddress.getLoopbackAddress());
  }

  private static boolean canBind(int port, InetAddress address) {
    try (var socket = new ServerSocket(port, 1, address)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
