/**
 * DynamoDB by records: schemas, conditional writes, transactions, counters and reads with retries.
 * Only this package knows items and requests of the SDK.
 */
package app.oegukmin.shared.dynamo;
