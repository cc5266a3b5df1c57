/**
 * Plays CloudWatch: it keeps values with their times, reads the lines by which functions publish
 * them, and makes statistics of them. Tests ask it whether an alarm of template.yaml rings.
 */
package app.oegukmin.local.metric;
