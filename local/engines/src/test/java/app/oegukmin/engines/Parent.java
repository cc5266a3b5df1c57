package app.oegukmin.engines;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;

/** A JVM that starts the engines, tells their processes and waits to be killed. */
final class Parent {

  private Parent() {}

  public static void main(String[] arguments) throws InterruptedException {
    var directory = Path.of(arguments[0]);
    try (var engines =
        Engines.start(EnumSet.allOf(Engine.class), Optional.of(directory), directory)) {
      engines.pids().forEach(System.out::println);
      System.out.println("started");
      Thread.sleep(Long.MAX_VALUE);
    }
  }
}
