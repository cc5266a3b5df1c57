/** The S3 client of functions. Whoever has a bucket keeps its objects' names to itself. */
package app.oegukmin.shared.s3;
