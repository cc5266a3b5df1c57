/**
 * What {@code make run} starts, in which order, and what it tells. Data, secrets and logs of a run
 * are in the folder .local of the checkout.
 */
package app.oegukmin.local.run;
