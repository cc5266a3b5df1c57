/**
 * API Gateway's REST API: routes, authorizers, usage plans, gateway responses and proxy events, as
 * template.yaml defines them. docs/gateway.md says which of AWS's rules are played.
 */
package app.oegukmin.local.api;
