package app.oegukmin.template;

import java.util.Map;

/**
 * What names in the template stand for: pseudo parameters, parameters, resources.
 *
 * @param resources logical id → type of what the conditions let in
 */
record Scope(Map<String, Node> parameters, Map<String, String> resources, Names names) {

  private static final String STACK = "oegukmin-local";

  private static final Map<String, String> PSEUDO =
      Map.of(
          "AWS::Region",
          LocalNames.REGION,
          "AWS::AccountId",
          LocalNames.ACCOUNT,
          "AWS::StackName",
          STACK,
          "AWS::StackId",
          "arn:aws:cloudformation:%s:%s:stack/%s/00000000-0000-0000-0000-000000000000"
              .formatted(LocalNames.REGION, LocalNames.ACCOUNT, STACK),
          "AWS::Partition",
          "aws",
          "AWS::URLSuffix",
          "amazonaws.com");

  Scope with(Map<String, String> known) {
    return new Scope(parameters, known, names);
  }

  /** {@code !Ref name}; a dotted name is what SAM makes beside a resource ({@code Fn.Alias}). */
  Node reference(String name, int line) {
    if (parameters.containsKey(name)) {
      return parameters.get(name);
    }
    if (PSEUDO.containsKey(name)) {
      return new Node.Text(PSEUDO.get(name), line);
    }
    int dot = name.indexOf('.');
    return dot < 0
        ? new Node.Text(names.reference(name, type(name, line)), line)
        : attribute(name.substring(0, dot), name.substring(dot + 1), line);
  }

  /** {@code !GetAtt logicalId.attribute}. */
  Node attribute(String logicalId, String attribute, int line) {
    try {
      return new Node.Text(names.attribute(logicalId, type(logicalId, line), attribute), line);
    } catch (IllegalArgumentException e) {
      throw new TemplateException(line, e.getMessage());
    }
  }

  private String type(String logicalId, int line) {
    String type = resources.get(logicalId);
    if (type == null) {
      throw new TemplateException(
          line, "there is no " + logicalId + ", or its condition leaves it out");
    }
    return type;
  }
}
