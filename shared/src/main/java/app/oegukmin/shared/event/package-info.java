/**
 * The batch loops over events of queues and streams, with the classes of aws-lambda-java-events.
 * One bad record fails alone.
 */
package app.oegukmin.shared.event;
