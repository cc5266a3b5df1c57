/**
 * Orders of administrators to crawl. Functions in the VPC write them to a table, and the dispatcher
 * passes them to queues.
 */
package app.oegukmin.shared.order;
