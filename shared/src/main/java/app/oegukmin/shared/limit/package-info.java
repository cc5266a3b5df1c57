/**
 * Rate limits: the catalogue of limits, the limits of each route, and token buckets in Valkey. The
 * authorizer takes from the buckets and the function refuses, because only a function can respond
 * in the envelope.
 */
package app.oegukmin.shared.limit;
