package app.oegukmin.template;

import java.io.StringReader;
import java.net.URI;
import java.util.Map;

/** Reads templates that stand in a test. */
final class Yaml {

  static final Names NAMES = new LocalNames("t-", URI.create("http://127.0.0.1:9324"));

  private Yaml() {}

  static Template read(String yaml) {
    return read(yaml, Map.of());
  }

  static Template read(String yaml, Map<String, String> parameters) {
    return Template.read(YamlSource.read(new StringReader(yaml)), parameters, NAMES);
  }
}
