/**
 * DynamoDB Local, ElasticMQ, S3Proxy and Redis as processes of this machine, and clients for them.
 * {@code make run} and the tests start them over a directory of data.
 */
package app.oegukmin.engines;
