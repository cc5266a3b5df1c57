package app.oegukmin.template;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A SAM template as one machine needs it: parameters, conditions and functions are resolved, what
 * the conditions leave out is not there. Resources without a view here are not looked into.
 *
 * @param outputs name → value
 */
public record Template(
    List<LambdaFunction> functions,
    List<Table> tables,
    List<Queue> queues,
    List<Bucket> buckets,
    List<Alarm> alarms,
    Optional<Api> api,
    Optional<SocketApi> socket,
    Map<String, String> outputs) {

  /**
   * Reads a template.
   *
   * @param parameters values for parameters; the others keep their defaults
   * @param names the physical values of resources
   * @throws TemplateException when something is wrong or not supported
   */
  public static Template read(Path file, Map<String, String> parameters, Names names)
      throws IOException {
    return read(YamlSource.read(file), parameters, names);
  }

  /** The alarm with a logical id. */
  public Alarm alarm(String logicalId) {
    return alarms.stream()
        .filter(alarm -> alarm.logicalId().equals(logicalId))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no alarm " + logicalId));
  }

  /** The function with a logical id. */
  public LambdaFunction function(String logicalId) {
    return functions.stream()
        .filter(function -> function.logicalId().equals(logicalId))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no function " + logicalId));
  }

  static Template read(Node.Fields root, Map<String, String> given, Names names) {
    Document document = Document.read(root, given, names);
    Resources resources = document.resources();
    Optional<Resource> api = api(resources);
    List<LambdaFunction> functions =
        resources.read(
            Resources.FUNCTION, function -> LambdaFunction.read(resources, api, function));
    return new Template(
        functions,
        resources.read(Resources.TABLE, table -> Table.read(resources, table)),
        resources.read(Resources.QUEUE, queue -> Queue.read(resources, queue)),
        resources.read(Resources.BUCKET, bucket -> Bucket.read(resources, bucket)),
        resources.read(Resources.ALARM, Alarm::read),
        api.map(only -> api(resources, only, functions)),
        SocketApi.read(resources),
        document.outputs());
  }

  private static Api api(Resources resources, Resource api, List<LambdaFunction> functions) {
    List<Route> routes = Api.routes(api, functions);
    return api.read(resource -> Api.read(resources, resource, routes));
  }

  private static Optional<Resource> api(Resources resources) {
    List<Resource> apis = resources.read(Resources.API, resource -> resource);
    if (apis.size() > 1) {
      throw new TemplateException(1, "there is more than one " + Resources.API);
    }
    return apis.stream().findFirst();
  }
}
