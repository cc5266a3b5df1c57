/**
 * Looks every five minutes at what no alarm can see by itself: how long messages have waited, what
 * lies in dead-letter queues, which job is late. What it finds are metrics that alarms watch.
 */
package app.oegukmin.watch;
