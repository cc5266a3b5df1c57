/**
 * Event sources of functions: queues, streams, schedules and asynchronous invocations, with
 * batches, retries and filters as on AWS. They invoke functions by their logical id.
 */
package app.oegukmin.local.event;
