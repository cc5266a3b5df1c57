/**
 * Text as a search compares it. Whoever stores or looks for a text folds it here, so that both
 * sides fold alike.
 */
package app.oegukmin.shared.text;
