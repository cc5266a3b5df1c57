package app.oegukmin.engines;

/** One engine inside the engines' JVM. */
interface Server {

  /** Starts it and returns when it is ready on a port of this machine. It ends with the JVM. */
  void start(int port) throws Exception;
}
