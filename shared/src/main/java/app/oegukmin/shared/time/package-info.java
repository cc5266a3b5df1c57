/** Dates and times in Seoul. What a clock of the system says is in UTC. */
package app.oegukmin.shared.time;
