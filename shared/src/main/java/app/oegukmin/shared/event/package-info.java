/**
 * The batch loops over events of queues and streams, with the classes of aws-lambda-java-events.
 */
package app.oegukmin.shared.event;
