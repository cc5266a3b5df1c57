package app.oegukmin.engines.access;

import app.oegukmin.template.Table;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/**
 * What one action of a request writes, or demands of an item in a transaction.
 *
 * @param item names it among those of all tables
 * @param units write units that it uses. An update counts as one of a kilobyte, because its request
 *     does not say how large the item is.
 */
record ItemWrite(String item, long units) {

  private static final int KILOBYTE = 1024;

  static ItemWrite of(TableCall call, Table table) {
    JsonNode item = call.items().getFirst();
    StringBuilder name = new StringBuilder(table.name());
    name.append(' ').append(item.path(table.key().partition()));
    table.key().sort().ifPresent(sort -> name.append(' ').append(item.path(sort)));
    int bytes = item.toString().getBytes(StandardCharsets.UTF_8).length;
    long units = Math.ceilDiv(bytes, KILOBYTE);
    return new ItemWrite(name.toString(), call.enclosing().isPresent() ? 2 * units : units);
  }
}
