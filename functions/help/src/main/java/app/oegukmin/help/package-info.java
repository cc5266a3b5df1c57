/**
 * The helper board (contract §6.7). Foreign students look for helpers, and helpers for whom to
 * help; an article belongs to its author until it is done.
 */
package app.oegukmin.help;
