/**
 * What tests run on: the template's resources in real engines, a clock that obeys, sites and event
 * sources that a test scripts. Production code never depends on it.
 */
package app.oegukmin.testkit;
