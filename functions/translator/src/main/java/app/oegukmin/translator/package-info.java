/**
 * Translates notices and menus with DeepL, as the queue of translations asks. It stores each
 * translation by its text, so that nothing is paid for twice, and stops at the month's cap.
 */
package app.oegukmin.translator;
