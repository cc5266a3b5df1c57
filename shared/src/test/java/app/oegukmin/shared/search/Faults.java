package app.oegukmin.shared.search;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Lets calls of a client to a real engine fail, as if the engine or the caller's process were gone.
 */
final class Faults {

  private int left = Integer.MAX_VALUE;
  private boolean down;

  /** The end of a process: what it would do afterwards fails, too. */
  static final class Killed extends Error {

    private static final long serialVersionUID = 1L;
  }

  /** A client whose calls may fail. */
  <T> T on(Class<T> type, T client) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              check();
              try {
                return method.invoke(client, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private synchronized void check() {
    if (left-- <= 0) {
      left = 0;
      throw new Killed();
    }
    if (down) {
      throw SdkClientException.create("Nobody responds");
    }
  }

  /** Ends the process after some more calls. */
  synchronized void killAfter(int calls) {
    left = calls;
  }

  /** Ends or begins to respond. */
  synchronized void down(boolean ends) {
    down = ends;
  }
}
