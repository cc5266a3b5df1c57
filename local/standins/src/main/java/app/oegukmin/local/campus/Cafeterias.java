package app.oegukmin.local.campus;

import app.oegukmin.local.campus.Cafeteria.Dishes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The cafeterias of {@code campus/cafeterias.yaml}. */
final class Cafeterias {

  private static final String FILE = "/campus/cafeterias.yaml";

  private Cafeterias() {}

  static List<Cafeteria> load() {
    try (InputStream file = Cafeterias.class.getResourceAsStream(FILE)) {
      List<?> entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
      return entries.stream().map(entry -> cafeteria((Map<?, ?>) entry)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
  }

  private static Cafeteria cafeteria(Map<?, ?> entry) {
    Map<String, List<Dishes>> corners = new LinkedHashMap<>();
    ((Map<?, ?>) entry.get("corners"))
        .forEach(
            (corner, menus) ->
                corners.put(
                    String.valueOf(corner),
                    ((List<?>) menus).stream().map(m -> Dishes.of(String.valueOf(m))).toList()));
    return new Cafeteria(
        String.valueOf(entry.get("cafeteria")), entry.get("weekend").equals("open"), corners);
  }
}
