/**
 * Where pictures lie: those that are served under one prefix for each post, those that members have
 * uploaded for a new post under another. Whoever uses it ships the SDK's client of S3.
 */
package app.oegukmin.shared.picture;
