/**
 * What every function with HTTP routes has: Jersey in Lambda, the envelope of responses, errors,
 * validation, caching headers and the check of limits. It knows no route.
 */
package app.oegukmin.shared.http;
