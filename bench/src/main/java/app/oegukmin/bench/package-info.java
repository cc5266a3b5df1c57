/**
 * Measurements, one class for each target {@code make bench…}. Machine, commit and numbers of past
 * runs are in bench/results.
 */
package app.oegukmin.bench;
