package app.oegukmin.template;

/** The physical values that CloudFormation would know once a resource exists. */
public interface Names {

  /**
   * The value of {@code !Ref}: a queue's URL, the name of a table, bucket or function.
   *
   * @param type the resource type, such as {@code AWS::SQS::Queue}
   */
  String reference(String logicalId, String type);

  /**
   * The value of {@code !GetAtt}. What SAM makes beside a resource comes here too: {@code Alias}
   * and {@code Version} of a function, {@code Stage} of an API.
   *
   * @throws IllegalArgumentException with a sentence when the attribute has no value here
   */
  String attribute(String logicalId, String type, String attribute);
}
