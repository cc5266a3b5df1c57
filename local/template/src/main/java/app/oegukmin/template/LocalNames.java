package app.oegukmin.template;

import java.net.URI;
import java.util.Locale;

/**
 * Names on one machine: a prefix and the logical id.
 *
 * @param prefix keeps several users of one engine apart, for instance {@code dev-}
 * @param queueEndpoint where SQS listens; a queue's URL lies under it
 */
public record LocalNames(String prefix, URI queueEndpoint) implements Names {

  /** The region of every ARN. */
  public static final String REGION = "ap-northeast-2";

  /** The account of every ARN and queue URL. */
  public static final String ACCOUNT = "000000000000";

  @Override
  public String reference(String logicalId, String type) {
    return switch (type) {
      case Resources.QUEUE -> queueUrl(logicalId);
      case Resources.FIFO_QUEUE -> queueUrl(logicalId + Resource.FIFO);
      // Bucket names know no capitals.
      case "AWS::S3::Bucket" -> name(logicalId).toLowerCase(Locale.ROOT);
      default -> name(logicalId);
    };
  }

  @Override
  public String attribute(String logicalId, String type, String attribute) {
    String value =
        switch (type) {
          case "AWS::Serverless::Function" -> function(logicalId, attribute);
          // What SAM calls the stage it makes.
          case "AWS::Serverless::Api" ->
              attribute.equals("Stage") ? name(logicalId) + "Stage" : null;
          case Resources.QUEUE -> queue(logicalId, attribute);
          case Resources.FIFO_QUEUE -> queue(logicalId + Resource.FIFO, attribute);
          case "AWS::DynamoDB::Table" -> table(logicalId, attribute);
          case "AWS::S3::Bucket" -> bucket(reference(logicalId, type), attribute);
          default -> null;
        };
    if (value == null) {
      throw new IllegalArgumentException(
          logicalId + "." + attribute + " (" + type + ") has no value on one machine");
    }
    return value;
  }

  /** The ARN of a function by its physical name. */
  public static String functionArn(String function) {
    return arn("lambda", "function:" + function);
  }

  private String function(String logicalId, String attribute) {
    String arn = functionArn(name(logicalId));
    return switch (attribute) {
      case "Arn" -> arn;
      case "Alias" -> arn + ":live";
      case "Version" -> arn + ":1";
      default -> null;
    };
  }

  private String queue(String logicalId, String attribute) {
    return switch (attribute) {
      case "Arn" -> arn("sqs", name(logicalId));
      case "QueueName" -> name(logicalId);
      case "QueueUrl" -> queueUrl(logicalId);
      default -> null;
    };
  }

  /** The ARN of a table by its physical name. */
  public static String tableArn(String table) {
    return arn("dynamodb", "table/" + table);
  }

  private String table(String logicalId, String attribute) {
    String arn = tableArn(name(logicalId));
    return switch (attribute) {
      case "Arn" -> arn;
      // The engine stamps the real one with its creation time; readers ask it by table name.
      case "StreamArn" -> arn + "/stream/local";
      default -> null;
    };
  }

  private static String bucket(String name, String attribute) {
    return switch (attribute) {
      case "Arn" -> "arn:aws:s3:::" + name;
      case "DomainName", "RegionalDomainName" -> name + ".s3." + REGION + ".amazonaws.com";
      default -> null;
    };
  }

  private String name(String logicalId) {
    return prefix + logicalId;
  }

  private String queueUrl(String logicalId) {
    return queueEndpoint.resolve("/" + ACCOUNT + "/" + name(logicalId)).toString();
  }

  private static String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + resource;
  }
}
