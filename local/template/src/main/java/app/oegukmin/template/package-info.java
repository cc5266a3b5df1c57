/**
 * Reads template.yaml as CloudFormation and SAM do, into records. What it does not know it refuses,
 * so that nothing is silently left out on one machine.
 */
package app.oegukmin.template;
