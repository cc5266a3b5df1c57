/**
 * What every stand-in for a service of the outside world has: a server on 127.0.0.1, and faults
 * that {@code make fail} injects for a while. It knows no service and nothing of a run.
 */
package app.oegukmin.local.standin;
