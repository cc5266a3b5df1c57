/**
 * What app stores demand of an app with posts. Members report posts and block each other;
 * administrators read the reports and hide posts.
 */
package app.oegukmin.moderation;
