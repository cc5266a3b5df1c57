package app.oegukmin.template;

import java.util.function.Function;

/** A resource that its condition lets in; its properties are resolved when they are read. */
record Resource(String logicalId, String type, Section properties) {

  /** Reads this resource; a complaint then names it. */
  <T> T read(Function<Resource, T> reader) {
    try {
      return reader.apply(this);
    } catch (TemplateException e) {
      throw e.in(logicalId);
    }
  }
}
