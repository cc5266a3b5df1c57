package app.oegukmin.local.event;

import app.oegukmin.template.LocalNames;
import app.oegukmin.template.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Small templates. */
public final class Templates {

  private Templates() {}

  /** A template with the given resources, whose names begin with a prefix. */
  public static Template of(String resources, Path directory, String prefix, String sqs)
      throws IOException {
    Path file = directory.resolve("template.yaml");
    Files.writeString(file, "Resources:\n" + resources.indent(2));
    return Template.read(file, Map.of(), new LocalNames(prefix, URI.create(sqs)));
  }
}
