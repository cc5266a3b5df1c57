/**
 * Retries with exponential backoff and full jitter. How to sleep and the random source come in
 * through constructors.
 */
package app.oegukmin.shared.retry;
