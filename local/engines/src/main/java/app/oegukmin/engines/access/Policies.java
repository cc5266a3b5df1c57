package app.oegukmin.engines.access;

import app.oegukmin.template.LambdaFunction;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.Statement;
import app.oegukmin.template.Table;
import app.oegukmin.template.Template;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What functions may do with tables. Safe for use by many threads. */
final class Policies {

  private final Map<String, List<Statement>> policies = new ConcurrentHashMap<>();
  private final Map<String, Table> tables = new ConcurrentHashMap<>();

  /** Adds the functions and tables of a template. */
  void add(Template template) {
    for (Table table : template.tables()) {
      tables.put(table.name(), table);
    }
    for (LambdaFunction function : template.functions()) {
      policies.put(function.name(), function.policy());
    }
  }

  /**
   * The first part of a request that its caller may not do; empty when it may do all of it. Who is
   * no function of a template may do nothing.
   *
   * @param caller a function's name
   * @param operation as {@code PutItem}
   */
  Optional<Statement.Request> refused(String caller, String operation, JsonNode request) {
    List<Statement> policy = policies.getOrDefault(caller, List.of());
    return requests(operation, request).stream()
        .filter(part -> policy.stream().noneMatch(statement -> statement.allows(part)))
        .findFirst();
  }

  /** What a call writes; empty when its table is of no template, or it names no item. */
  Optional<ItemWrite> write(TableCall call) {
    return Optional.ofNullable(tables.get(call.table()))
        .filter(table -> !call.items().isEmpty())
        .map(table -> ItemWrite.of(call, table));
  }

  private List<Statement.Request> requests(String operation, JsonNode request) {
    List<TableCall> calls = TableCall.of(operation, request);
    return calls.isEmpty()
        ? List.of(new Statement.Request("dynamodb:" + operation, "*", Map.of()))
        : calls.stream().map(this::request).toList();
  }

  private Statement.Request request(TableCall call) {
    Table table = tables.get(call.table());
    String arn = LocalNames.tableArn(call.table());
    return new Statement.Request(
        "dynamodb:" + call.action(),
        call.index().map(index -> arn + "/index/" + index).orElse(arn),
        table == null ? Map.of() : new RequestContext(call, table).keys());
  }
}
