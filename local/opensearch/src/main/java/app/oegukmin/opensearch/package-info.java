/** The JVM of OpenSearch on this machine. Its jars are on no other class path, and never ship. */
package app.oegukmin.opensearch;
