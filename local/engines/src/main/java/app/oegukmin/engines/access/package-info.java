/**
 * What a function's policy in template.yaml allows is all that it may do with DynamoDB, as on AWS.
 * docs/gateway.md says which of AWS's rules are documented and which are assumed.
 */
package app.oegukmin.engines.access;
