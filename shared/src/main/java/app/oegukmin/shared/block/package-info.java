/**
 * Which members see nothing of which others. Everything that lists posts leaves out the blocked.
 */
package app.oegukmin.shared.block;
