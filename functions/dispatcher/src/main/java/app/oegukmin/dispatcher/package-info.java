/**
 * Turns changes of tables, which streams tell, into work for queues. It also asks again, each hour,
 * for translations that are missing.
 */
package app.oegukmin.dispatcher;
