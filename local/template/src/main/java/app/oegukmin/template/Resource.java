package app.oegukmin.template;

import java.util.function.Function;

/** A resource that its condition lets in; its properties are resolved when they are read. */
record Resource(String logicalId, String type, Section properties) {

  static final String FIFO = ".fifo";

  /** Whether this is a resource of a type; a FIFO queue is a queue. */
  boolean is(String asked) {
    return type.equals(asked) || type.equals(asked + FIFO);
  }

  /** Reads this resource; a complaint then names it. */
  <T> T read(Function<Resource, T> reader) {
    try {
      return reader.apply(this);
    } catch (TemplateException e) {
      throw e.in(logicalId);
    }
  }
}
