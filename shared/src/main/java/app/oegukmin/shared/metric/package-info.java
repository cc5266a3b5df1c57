/**
 * Metrics for CloudWatch, as lines on standard output. Names are UpperCamelCase, and alarms in
 * template.yaml refer to them.
 */
package app.oegukmin.shared.metric;
