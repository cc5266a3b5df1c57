/**
 * The sample campus's members and what they have written to each other. It is posted once, by the
 * functions themselves, so that it is stored as everything else is.
 */
package app.oegukmin.local.run.sample;
