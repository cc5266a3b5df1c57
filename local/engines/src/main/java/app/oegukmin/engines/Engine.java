package app.oegukmin.engines;

import java.util.List;

/** What the functions talk to, as it exists on one machine. */
public enum Engine {
  /** DynamoDB and its streams, by DynamoDB Local. */
  DYNAMODB,
  /** SQS, by ElasticMQ. */
  SQS,
  /** S3, by S3Proxy over the file system. */
  S3,
  /** Redis or Valkey, a cluster of one node, as ElastiCache Serverless looks to a client. */
  REDIS;

  /** The system properties that give the SDK this engine's endpoint. */
  public List<String> sdkProperties() {
    return switch (this) {
      case DYNAMODB -> List.of("aws.endpointUrlDynamoDb", "aws.endpointUrlDynamoDbStreams");
      case SQS -> List.of("aws.endpointUrlSqs");
      case S3 -> List.of("aws.endpointUrlS3");
      case REDIS -> List.of();
    };
  }
}
