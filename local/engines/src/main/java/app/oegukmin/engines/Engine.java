package app.oegukmin.engines;

/** What the functions talk to, as it exists on one machine. */
public enum Engine {
  /** DynamoDB and its streams, by DynamoDB Local. */
  DYNAMODB,
  /** SQS, by ElasticMQ. */
  SQS,
  /** S3, by S3Proxy over the file system. */
  S3,
  /** Redis or Valkey, a cluster of one node, as ElastiCache Serverless looks to a client. */
  REDIS
}
