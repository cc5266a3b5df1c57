/**
 * The jobs that schedules start, and when each was last done. Each job's function writes its row;
 * WatchFunction tells the operator of those that are late.
 */
package app.oegukmin.shared.job;
