/**
 * Lambda's host: loads each packaged function in class loaders of its own, runs one request at a
 * time in an instance, and limits time and concurrency. It passes AWS's trace header on, by which
 * it stops loops.
 */
package app.oegukmin.local.function;
